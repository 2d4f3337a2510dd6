package org.wraparound.escalation.quality;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** The decision on an escalation was looked at again. */
record EscalationAudited(
    UUID escalationId,
    UUID personId,
    UUID sampleId,
    SampleReason reason,
    Finding finding,
    @JsonIgnore Instant occurredAt)
    implements JournalEvent {
  @Override
  public UUID aggregateId() {
    return escalationId;
  }
}
