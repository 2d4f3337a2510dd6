package org.wraparound.actionplan.guidance;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.guidance.PracticeObservations.StepTally;

/**
 * How far what a version says is seen in practice.
 *
 * @param share seen, of all times that there was occasion for any line; 0 to 1, null without any
 */
@Schema(name = "GuidancePractice")
record PracticeView(
    UUID guidanceId,
    String reference,
    Integer number,
    long observations,
    Double share,
    List<StepPractice> steps) {

  /**
   * How far a line is seen in practice.
   *
   * @param step its mark, such as {@code P1}
   * @param share seen, of the times that there was occasion for it; 0 to 1, null without any
   */
  @Schema(name = "StepPractice")
  record StepPractice(
      String step,
      Section section,
      String text,
      long seen,
      long notSeen,
      long noOccasion,
      Double share) {}

  static PracticeView of(Guidance guidance, long observations, List<StepTally> tallies) {
    var byStep = tallies.stream().collect(Collectors.toMap(StepTally::step, Function.identity()));
    return new PracticeView(
        guidance.id(),
        guidance.reference(),
        guidance.number(),
        observations,
        share(
            tallies.stream().mapToLong(StepTally::seen).sum(),
            tallies.stream().mapToLong(StepTally::notSeen).sum()),
        guidance.page().lines().stream()
            .map(
                line ->
                    practice(
                        line,
                        byStep.getOrDefault(line.mark(), new StepTally(line.mark(), 0, 0, 0))))
            .toList());
  }

  private static StepPractice practice(ShiftPage.Line line, StepTally tally) {
    return new StepPractice(
        line.mark(),
        line.section(),
        line.text(),
        tally.seen(),
        tally.notSeen(),
        tally.noOccasion(),
        share(tally.seen(), tally.notSeen()));
  }

  private static Double share(long seen, long notSeen) {
    return seen + notSeen == 0 ? null : (double) seen / (seen + notSeen);
  }
}
