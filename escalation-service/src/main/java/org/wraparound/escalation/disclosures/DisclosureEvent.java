package org.wraparound.escalation.disclosures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** What happens in the ledger. */
sealed interface DisclosureEvent extends JournalEvent {
  /** The entry. */
  UUID disclosureId();

  @Override
  default UUID aggregateId() {
    return disclosureId();
  }

  /** Something was told. Who has no code of an agency is not named. */
  record DisclosureRecorded(
      UUID disclosureId,
      UUID personId,
      String agency,
      String recipientAgency,
      DisclosurePurpose purpose,
      List<DisclosedContent> content,
      Consent.Answer consent,
      String lawfulBasis,
      Basis.Condition condition,
      DisclosureRoute route,
      boolean withheldFromPerson,
      @JsonIgnore Instant occurredAt)
      implements DisclosureEvent {}

  /** Something came back. */
  record DisclosureAnswered(
      UUID disclosureId, UUID personId, DisclosureResponse response, @JsonIgnore Instant occurredAt)
      implements DisclosureEvent {}
}
