package org.wraparound.actionplan.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/** A closed action was looked at again. */
record ActionAudited(
    UUID actionId,
    UUID personId,
    UUID auditId,
    boolean conforms,
    Boolean evidenceSufficient,
    Boolean impactChecked,
    @JsonIgnore Instant occurredAt)
    implements JournalEvent {
  @Override
  public UUID aggregateId() {
    return actionId;
  }
}
