package org.wraparound.pathway.transitions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.London;
import org.wraparound.kit.duedate.DueDates;

/** What falls due for an authorised step-up by itself, each once. */
@ApplicationScoped
class StepUpClocks {
  private final DueDates dueDates;
  private final StepUpLimits limits;

  StepUpClocks(DueDates dueDates, StepUpLimits limits) {
    this.dueDates = dueDates;
    this.limits = limits;
  }

  /** Sets all of them, by its start and its review day. */
  void set(Transition stepUp) {
    dueDates.schedule(ReviewDue.KIND, stepUp.id(), London.startOf(stepUp.reviewOn()));
    dueDates.schedule(Expiry.KIND, stepUp.id(), London.endOf(stepUp.reviewOn()));
    dueDates.schedule(
        Sustained.KIND,
        stepUp.id(),
        London.startOf(stepUp.startsOn().plus(limits.sustainedAfter())));
    dueDates.schedule(
        Prolonged.KIND,
        stepUp.id(),
        London.startOf(stepUp.startsOn().plus(limits.prolongedAfter())));
  }

  /** The step-up is over: nothing of it falls due any more. */
  void clear(UUID stepUpId) {
    List.of(ReviewDue.KIND, Expiry.KIND, Sustained.KIND, Prolonged.KIND)
        .forEach(kind -> dueDates.cancel(kind, stepUpId));
  }
}
