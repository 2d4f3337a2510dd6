package org.wraparound.escalation.directory;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the directory says of an agency. */
@Schema(name = "AgencyView")
record AgencyView(
    String code,
    String name,
    AgencyType type,
    List<AgencyIdentifier> identifiers,
    OfficeHours officeHours,
    Instant activeUntil,
    Instant changedAt,
    String changedByAgency,
    String changedBy) {
  static AgencyView of(Agency agency) {
    return new AgencyView(
        agency.code(),
        agency.name(),
        agency.type(),
        agency.identifiers(),
        agency.officeHours(),
        agency.activeUntil(),
        agency.changedAt(),
        agency.changedByAgency(),
        agency.changedBy());
  }
}
