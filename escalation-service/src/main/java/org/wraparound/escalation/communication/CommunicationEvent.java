package org.wraparound.escalation.communication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to how a person is safely told about. */
sealed interface CommunicationEvent extends JournalEvent {

  /**
   * It is arranged anew. Whom it guards against is not said: those who are guarded against may hear
   * of events.
   */
  record SafeCommunicationArranged(
      UUID personId,
      int number,
      boolean discreet,
      LocalDate reviewOn,
      @JsonIgnore Instant occurredAt)
      implements CommunicationEvent {
    /** The person's arrangements are one record with versions. */
    @Override
    public UUID aggregateId() {
      return personId;
    }
  }
}
