package org.wraparound.escalation.enquiries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.wraparound.kit.London;

/**
 * How far an enquiry has come. One value of its own, and not two lists of the entity: of a list in
 * a column, Hibernate's change tracking sees only a change of length.
 *
 * @param causedTo other agencies that were asked, in order
 */
record Course(List<Stage> stages, List<CausedTo> causedTo) {

  static Course planned(List<StagePlan> plans, LocalDate openedOn) {
    return new Course(
        plans.stream().map(plan -> Stage.planned(plan, openedOn)).toList(), List.of());
  }

  Optional<Stage> stage(String code) {
    return stages.stream().filter(stage -> stage.code().equals(code)).findFirst();
  }

  /** The agency, where it was asked and has not reported yet. */
  Optional<CausedTo> awaited(String agency) {
    return causedTo.stream()
        .filter(asked -> asked.waits() && asked.agency().equals(agency))
        .findFirst();
  }

  Course with(Stage stage, Stage instead) {
    return changed(one -> one.equals(stage) ? instead : one, one -> one);
  }

  Course with(CausedTo asked, CausedTo instead) {
    return changed(one -> one, one -> one.equals(asked) ? instead : one);
  }

  Course asking(CausedTo another) {
    return new Course(stages, Stream.concat(causedTo.stream(), Stream.of(another)).toList());
  }

  /** Those stages that are late and have not been told so. */
  List<Stage> newlyLateStages(Instant at) {
    return stages.stream().filter(stage -> stage.isNewlyLate(at)).toList();
  }

  /** Those agencies whose report is late and has not been told so. */
  List<CausedTo> newlyLateReports(Instant at) {
    return causedTo.stream().filter(asked -> asked.isNewlyLate(at)).toList();
  }

  /** What is late is marked so. */
  Course markedLate(Instant at) {
    return changed(
        stage -> stage.isNewlyLate(at) ? stage.asOverdue() : stage,
        asked -> asked.isNewlyLate(at) ? asked.asOverdue() : asked);
  }

  private Course changed(UnaryOperator<Stage> stage, UnaryOperator<CausedTo> asked) {
    return new Course(stages.stream().map(stage).toList(), causedTo.stream().map(asked).toList());
  }

  /** Whether something is awaited whose day has passed. */
  boolean isLate() {
    return stages.stream().anyMatch(stage -> stage.waits() && stage.overdue())
        || causedTo.stream().anyMatch(asked -> asked.waits() && asked.overdue());
  }

  /** When the next of what is awaited is late; empty when nothing awaited has a day to come. */
  Optional<Instant> nextLate() {
    return Stream.concat(
            stages.stream()
                .filter(stage -> stage.waits() && !stage.overdue() && stage.dueOn() != null)
                .map(Stage::dueOn),
            causedTo.stream()
                .filter(asked -> asked.waits() && !asked.overdue())
                .map(CausedTo::dueOn))
        .min(LocalDate::compareTo)
        .map(London::endOf);
  }
}
