package org.wraparound.actionplan.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to a file. The time is on the envelope. */
@JsonIgnoreProperties("occurredAt")
sealed interface EvidenceEvent extends JournalEvent {
  /** The file. */
  UUID fileId();

  @Override
  default UUID aggregateId() {
    return fileId();
  }

  record EvidenceFileStored(
      UUID fileId, UUID personId, String mediaType, long bytes, String sha256, Instant occurredAt)
      implements EvidenceEvent {}
}
