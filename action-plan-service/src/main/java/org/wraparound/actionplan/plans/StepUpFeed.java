package org.wraparound.actionplan.plans;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wraparound.actionplan.actions.ActionAgreeing;
import org.wraparound.actionplan.actions.ActionAgreeing.Prescribed;
import org.wraparound.actionplan.actions.Origin;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/**
 * Sees to it that an authorised step-up is reviewed: its review, and the cost to weigh there,
 * become actions due on the review date.
 */
@ApplicationScoped
class StepUpFeed implements Feed {
  private static final List<String> TEMPLATES = List.of("REVIEW_STEP_UP", "NOTE_COST_OF_STEP_UP");

  private final PlanOpening opening;
  private final ActionAgreeing agreeing;

  StepUpFeed(PlanOpening opening, ActionAgreeing agreeing) {
    this.opening = opening;
    this.agreeing = agreeing;
  }

  @Override
  public Set<String> types() {
    return Set.of("step-up-authorised");
  }

  @Override
  public void apply(ReceivedEvent event) {
    Authorised authorised = event.dataAs(Authorised.class);
    agreeing.prescribe(
        opening.forStepUp(event.personId()).asOwner(),
        TEMPLATES.stream()
            .map(
                template ->
                    new Prescribed(
                        authorised.reviewOn(),
                        Origin.ofTransition(template, authorised.transitionId())))
            .toList());
  }

  /** What the event says of the step-up, as far as a plan needs it. */
  record Authorised(UUID transitionId, LocalDate reviewOn) {}
}
