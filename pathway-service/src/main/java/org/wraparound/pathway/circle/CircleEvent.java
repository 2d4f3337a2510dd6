package org.wraparound.pathway.circle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to an agency's place in a circle. Every service obeys these. */
sealed interface CircleEvent extends JournalEvent {
  /** The membership it happened to. */
  UUID membershipId();

  @Override
  default UUID aggregateId() {
    return membershipId();
  }

  /** An agency is in the circle from now on. */
  record CircleJoined(
      UUID personId,
      String agency,
      AgencyType agencyType,
      Level level,
      CircleRole role,
      BasisCodes basis,
      @JsonIgnore UUID membershipId,
      @JsonIgnore Instant occurredAt)
      implements CircleEvent {}

  /** An agency's level, role or basis is another from now on. */
  record CircleChanged(
      UUID personId,
      String agency,
      AgencyType agencyType,
      Level level,
      CircleRole role,
      BasisCodes basis,
      @JsonIgnore UUID membershipId,
      @JsonIgnore Instant occurredAt)
      implements CircleEvent {}

  /** An agency is no longer in the circle. */
  record CircleLeft(
      UUID personId, String agency, @JsonIgnore UUID membershipId, @JsonIgnore Instant occurredAt)
      implements CircleEvent {}

  /** The coded part of a sharing basis. */
  record BasisCodes(String lawfulBasis, SharingCondition condition, Consent consent) {
    static BasisCodes of(SharingBasis basis) {
      return basis == null
          ? null
          : new BasisCodes(basis.lawfulBasis(), basis.condition(), basis.consent());
    }
  }
}
