package org.wraparound.escalation.quality;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How soon escalations were answered.
 *
 * @param from first day
 * @param until last day
 * @param groups by route and by the agency that must answer
 */
record ResponseTimes(LocalDate from, LocalDate until, Figures total, List<Group> groups) {

  /**
   * @param escalations raised in the period
   */
  record Figures(long escalations, Answer acknowledgement, Answer decision) {}

  /**
   * @param agency that must answer; null where nobody of the route's type was in the circle
   */
  record Group(
      String route, String agency, long escalations, Answer acknowledgement, Answer decision) {}

  /**
   * How soon one of the two answers came.
   *
   * @param answered how many have it
   * @param open how many wait for it; what was closed without it waits no more
   * @param breaches how many had it after its time, or have not and its time is up
   * @param median of the time from raising, in elapsed time; null when none has it
   * @param percentile90 nine in ten had it within this time from raising
   */
  record Answer(
      long answered,
      long open,
      long breaches,
      @JsonFormat(shape = JsonFormat.Shape.STRING)
          @Schema(implementation = String.class, examples = "PT2H14M")
          Duration median,
      @JsonFormat(shape = JsonFormat.Shape.STRING)
          @Schema(implementation = String.class, examples = "PT9H30M")
          Duration percentile90) {}

  /** A row of the report as the database counts it. */
  record Row(
      String route,
      String agency,
      Long escalations,
      Long acknowledged,
      Long acknowledgementOpen,
      Long acknowledgedLate,
      Double acknowledgeMedian,
      Double acknowledge90,
      Long decided,
      Long decisionOpen,
      Long decidedLate,
      Double decideMedian,
      Double decide90) {

    Group group() {
      return new Group(route, agency, escalations, acknowledgement(), decision());
    }

    Figures figures() {
      return new Figures(escalations, acknowledgement(), decision());
    }

    private Answer acknowledgement() {
      return answer(
          acknowledged, acknowledgementOpen, acknowledgedLate, acknowledgeMedian, acknowledge90);
    }

    private Answer decision() {
      return answer(decided, decisionOpen, decidedLate, decideMedian, decide90);
    }

    /** The sums over no escalation at all are null. */
    private static Answer answer(
        Long answered, Long open, Long late, Double median, Double percentile90) {
      return new Answer(
          answered,
          open == null ? 0 : open,
          late == null ? 0 : late,
          duration(median),
          duration(percentile90));
    }

    private static Duration duration(Double seconds) {
      return seconds == null ? null : Duration.ofSeconds(Math.round(seconds));
    }
  }
}
