package org.wraparound.actionplan.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.Actions;

/** Finds what a meeting starts from: what is still open of its plan and of the meetings before. */
@ApplicationScoped
class CarryingOver {
  private final Meetings meetings;
  private final Actions actions;

  CarryingOver(Meetings meetings, Actions actions) {
    this.meetings = meetings;
    this.actions = actions;
  }

  /**
   * What a meeting that is convened now starts from.
   *
   * @param previous the meeting that it follows, or null
   */
  CarriedOver into(UUID planId, Meeting previous) {
    return carry(CarriedOver.NOTHING, planId, previous);
  }

  /** What the meeting starts, or started, from. */
  CarriedOver into(Meeting meeting) {
    return meeting.isAhead()
        ? carry(
            meeting.carriedOver(),
            meeting.planId(),
            meeting.follows() == null ? null : meetings.required(meeting.follows()))
        : meeting.carriedOver();
  }

  private CarriedOver carry(CarriedOver before, UUID planId, Meeting previous) {
    Set<UUID> decided =
        previous == null
            ? Set.of()
            : previous
                .decisionsSoFar()
                .flatMap(taken -> taken.decision().actionIds().stream())
                .collect(Collectors.toSet());
    return before.and(actions.unsettled(planId), previous, known(decided));
  }

  /** Those of the actions that the caller may see, by their ids. */
  Map<UUID, Action> known(Collection<UUID> ids) {
    List<Action> found = ids.isEmpty() ? List.of() : actions.list("id in ?1", ids);
    return found.stream().collect(Collectors.toMap(Action::id, Function.identity()));
  }
}
