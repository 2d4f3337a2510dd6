package org.wraparound.actionplan.meetings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.ActionStatus;

/** What was still open when a meeting was convened, and what became so until it was held. */
record CarriedOver(List<OpenAction> actions, List<OpenDecision> decisions) {
  static final CarriedOver NOTHING = new CarriedOver(List.of(), List.of());

  /**
   * An action of the plan that was neither verified nor withdrawn.
   *
   * @param statusThen how it stood when it was carried over
   */
  record OpenAction(
      UUID id,
      String reference,
      String title,
      String ownerAgency,
      LocalDate dueOn,
      ActionStatus statusThen) {

    private static OpenAction of(Action action) {
      return new OpenAction(
          action.id(),
          action.reference(),
          action.title(),
          action.ownerAgency(),
          action.dueOn(),
          action.status());
    }
  }

  /**
   * A decision that had not come to anything.
   *
   * @param meetingId the meeting that took it
   * @param number its place in that meeting's minutes, from 1
   */
  record OpenDecision(UUID meetingId, int number, Decision decision) {
    private record Key(UUID meetingId, int number) {}

    private Key key() {
      return new Key(meetingId, number);
    }
  }

  /**
   * With what is open by now. What was carried over before stays, with how it stood then.
   *
   * @param unsettled the actions of the plan that are open now
   * @param previous the meeting that this one follows, or null
   * @param known the actions of its decisions, as they stand now
   */
  CarriedOver and(Collection<Action> unsettled, Meeting previous, Map<UUID, Action> known) {
    return new CarriedOver(
        distinct(
            Stream.concat(actions.stream(), unsettled.stream().map(OpenAction::of)),
            OpenAction::id),
        distinct(
            Stream.concat(decisions.stream(), openDecisionsOf(previous, known)),
            OpenDecision::key));
  }

  private static Stream<OpenDecision> openDecisionsOf(Meeting previous, Map<UUID, Action> known) {
    return previous == null
        ? Stream.empty()
        : previous.decisionsSoFar().filter(taken -> taken.decision().isOpen(known));
  }

  private static <T, K> List<T> distinct(Stream<T> all, Function<T, K> key) {
    return List.copyOf(
        all.collect(
                Collectors.toMap(
                    key, Function.identity(), (first, later) -> first, LinkedHashMap::new))
            .values());
  }

  /** All actions it speaks of. */
  Set<UUID> actionIds() {
    return Stream.concat(
            actions.stream().map(OpenAction::id),
            decisions.stream().flatMap(open -> open.decision().actionIds().stream()))
        .collect(Collectors.toSet());
  }
}
