package org.wraparound.escalation.escalations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.SeenFact;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;
import org.wraparound.escalation.safeguarding.S42;
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

  /**
   * It was decided what it leads to.
   *
   * @param stands false while the local authority or a supervisor has still to say
   */
  record EscalationDecided(
      UUID escalationId,
      UUID personId,
      Route route,
      Decision decision,
      NoFurtherActionReason noFurtherActionReason,
      S42.Outcome s42Outcome,
      MakingSafeguardingPersonal.Asked wishesAsked,
      boolean stands,
      @JsonIgnore Instant occurredAt)
      implements EscalationEvent {}

  /** A supervisor of the deciding agency agrees with the decision. */
  record EscalationSignedOff(
      UUID escalationId, UUID personId, Route route, @JsonIgnore Instant occurredAt)
      implements EscalationEvent {}

  /** A supervisor sent the decision back: it is to be decided anew. */
  record EscalationReopened(
      UUID escalationId, UUID personId, Route route, @JsonIgnore Instant occurredAt)
      implements EscalationEvent {}

  /**
   * Nobody answered in time, or could be told.
   *
   * @param step step of the ladder that it goes to
   * @param tier tier of the on-call rota that is told there
   */
  record EscalationClimbed(
      UUID escalationId,
      UUID personId,
      Route route,
      int step,
      int tier,
      Unanswered because,
      @JsonIgnore Instant occurredAt)
      implements EscalationEvent {}

  /** Its clocks stopped, for a while. */
  record EscalationPaused(
      UUID escalationId, UUID personId, Route route, Instant until, @JsonIgnore Instant occurredAt)
      implements EscalationEvent {}

  /** Its clocks run again, with times that moved by as much as it was paused. */
  record EscalationResumed(
      UUID escalationId,
      UUID personId,
      Route route,
      Instant acknowledgeBy,
      Instant decideBy,
      @JsonIgnore Instant occurredAt)
      implements EscalationEvent {}

  /** What was decided is done with. */
  record EscalationClosed(
      UUID escalationId, UUID personId, Route route, @JsonIgnore Instant occurredAt)
      implements EscalationEvent {}
}
