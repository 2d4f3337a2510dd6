package org.wraparound.actionplan.plans;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wraparound.actionplan.actions.ActionAgreeing;
import org.wraparound.actionplan.actions.ActionAgreeing.Prescribed;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.actionplan.actions.Origin;
import org.wraparound.kit.London;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/**
 * Turns an escalation into owned actions: opens the person's plan for escalations, or extends it,
 * with the actions the rule asks for. A rule that raises escalations on several routes at once asks
 * on each for the same actions; they are added once per firing.
 */
@ApplicationScoped
class EscalationFeed implements Feed {
  private final PlanOpening opening;
  private final ActionAgreeing agreeing;
  private final Actions actions;

  EscalationFeed(PlanOpening opening, ActionAgreeing agreeing, Actions actions) {
    this.opening = opening;
    this.agreeing = agreeing;
    this.actions = actions;
  }

  @Override
  public Set<String> types() {
    return Set.of("escalation-raised");
  }

  @Override
  public void apply(ReceivedEvent event) {
    Raised raised = event.dataAs(Raised.class);
    Plan plan = opening.forEscalation(event.personId(), raised.provider(), raised.escalationId());
    Set<String> used = actions.templatesUsedFor(raised.thresholdId());
    agreeing.prescribe(
        plan.asOwner(),
        raised.actions().stream()
            .filter(asked -> used.add(asked.template()))
            .map(
                asked ->
                    new Prescribed(
                        London.dayOf(event.occurredAt().plus(asked.dueWithin())),
                        Origin.ofThreshold(
                            asked.template(), raised.thresholdId(), raised.escalationId())))
            .toList());
  }

  /** What the event says of the escalation, as far as a plan needs it. */
  record Raised(UUID escalationId, String provider, UUID thresholdId, List<Asked> actions) {}

  /** An action the rule asks for, to be done within this time of the escalation. */
  record Asked(String template, Duration dueWithin) {}
}
