package org.wraparound.pathway.circle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.access.Level;

/** An agency's place in a circle, as callers see it. */
@Schema(name = "Membership")
record MembershipView(
    UUID id,
    UUID personId,
    String agency,
    AgencyType agencyType,
    Level level,
    CircleRole role,
    @Schema(description = "null for the provider that keeps the record") SharingBasis basis,
    Instant joinedAt,
    @Schema(description = "Last day in the circle, Europe/London; null while no end is set")
        LocalDate until) {
  static MembershipView of(Membership membership) {
    return new MembershipView(
        membership.id(),
        membership.personId(),
        membership.member(),
        membership.memberType(),
        membership.level(),
        membership.role(),
        membership.basis(),
        membership.joinedAt(),
        membership.until());
  }
}
