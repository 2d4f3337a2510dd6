package org.wraparound.escalation.policies;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.journal.JournalEvent;

/**
 * What happens to a policy. A policy concerns no person; the journal and the bus key it by a UUID
 * that is made of its owner, so that an agency's policies keep their order.
 */
sealed interface PolicyEvent extends JournalEvent {
  /** Number of the policy. */
  int version();

  /** Code of the agency whose policy it is. */
  String owner();

  @Override
  default UUID aggregateId() {
    return named("policy " + version());
  }

  @Override
  default UUID personId() {
    return named("policies of " + owner());
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** An agency began to write one. */
  record PolicyDrafted(int version, String owner, @JsonIgnore Instant occurredAt)
      implements PolicyEvent {}

  /** The draft was rewritten. */
  record PolicyRevised(int version, String owner, @JsonIgnore Instant occurredAt)
      implements PolicyEvent {}

  /** Another person approved it. */
  record PolicyApproved(
      int version, String owner, Instant inForceFrom, @JsonIgnore Instant occurredAt)
      implements PolicyEvent {}

  /** It was given up before it came into force. */
  record PolicyWithdrawn(int version, String owner, @JsonIgnore Instant occurredAt)
      implements PolicyEvent {}
}
