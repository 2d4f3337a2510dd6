package org.wraparound.escalation.disclosures;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A record that was shared, or from which. */
public record RecordReference(
    @NotNull(message = "choose a code of the list disclosed-record") Kind kind,
    @NotNull(message = "give the id of the record") UUID id) {

  /** Kinds of record; the list {@code disclosed-record}. */
  public enum Kind {
    INCIDENT,
    ESCALATION,
    REFERRAL,
    ENQUIRY,
    PLAN,
    ACTION,
    MEETING,
    STEP_UP,
    PASSPORT,
    EVIDENCE_PACK
  }
}
