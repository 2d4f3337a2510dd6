package org.wraparound.escalation.escalations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.SeenFact;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to an escalation. */
sealed interface EscalationEvent extends JournalEvent {
  /** The escalation. */
  UUID escalationId();

  @Override
  default UUID aggregateId() {
    return escalationId();
  }

  /** It was raised: one for each route of the rule that fired. */
  record EscalationRaised(
      UUID escalationId,
      String reference,
      UUID personId,
      String provider,
      UUID thresholdId,
      Route route,
      String ruleCode,
      int policyVersion,
      String tier,
      List<UUID> incidentIds,
      List<RaisedOn> facts,
      String recipientAgency,
      Instant acknowledgeBy,
      Instant decideBy,
      List<Rule.ActionTemplate> actions,
      boolean proposeStepUp,
      @JsonIgnore Instant occurredAt)
      implements EscalationEvent {}

  /** A fact it was raised on. */
  record RaisedOn(String fact, String value) {
    static RaisedOn of(SeenFact seen) {
      return new RaisedOn(seen.fact(), seen.value());
    }
  }

  /** Someone has taken it on. */
  record EscalationAcknowledged(
      UUID escalationId, UUID personId, Route route, Instant acknowledgedAt)
      implements EscalationEvent {
    @Override
    public Instant occurredAt() {
      return acknowledgedAt;
    }
  }

  /** It was decided what it leads to. */
  record EscalationDecided(
      UUID escalationId,
      UUID personId,
      Route route,
      Decision decision,
      @JsonIgnore Instant occurredAt)
      implements EscalationEvent {}

  /** Nobody answered in time. */
  record EscalationClimbed(
      UUID escalationId,
      UUID personId,
      Route route,
      int step,
      Unanswered because,
      @JsonIgnore Instant occurredAt)
      implements EscalationEvent {}

  /** What was decided is done with. */
  record EscalationClosed(
      UUID escalationId, UUID personId, Route route, @JsonIgnore Instant occurredAt)
      implements EscalationEvent {}
}
