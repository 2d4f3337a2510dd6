package org.wraparound.pathway.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to a person's record. Who they are is never in it. */
sealed interface PersonEvent extends JournalEvent {
  @Override
  default UUID aggregateId() {
    return personId();
  }

  /** A provider registered a person. */
  record PersonRegistered(
      UUID personId, String provider, String settingId, @JsonIgnore Instant occurredAt)
      implements PersonEvent {}
}
