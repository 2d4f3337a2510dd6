package org.wraparound.actionplan.guidance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That one of the staff must read a page, and has.
 *
 * @param agency agency they work for
 * @param readBy last day to read it, Europe/London
 * @param overdue that day has ended and they have not
 * @param acknowledgedBy subject of the token that acknowledged: their own, or a manager's for them
 * @param answers empty until they acknowledge
 * @param result what a senior made of the answers; null until one looked
 */
@Schema(name = "GuidanceAcknowledgement")
record ReadingView(
    UUID id,
    UUID guidanceId,
    String staffId,
    String name,
    String agency,
    LocalDate readBy,
    boolean overdue,
    Instant namedAt,
    String namedBy,
    Instant acknowledgedAt,
    String acknowledgedByAgency,
    String acknowledgedBy,
    List<Answer> answers,
    Understanding result,
    String note,
    Instant assessedAt,
    String assessedBy) {

  /** A question of the page, and how they answered it. */
  @Schema(name = "ExplainedBack")
  record Answer(String question, String answer) {}

  /**
   * @param questions those of the page
   */
  static ReadingView of(Reading reading, List<String> questions, LocalDate today) {
    return new ReadingView(
        reading.id(),
        reading.guidanceId(),
        reading.staffId(),
        reading.staffName(),
        reading.staffAgency(),
        reading.readBy(),
        reading.acknowledgedAt() == null && reading.readBy().isBefore(today),
        reading.namedAt(),
        reading.namedBy(),
        reading.acknowledgedAt(),
        reading.acknowledgedByAgency(),
        reading.acknowledgedBy(),
        reading.answers() == null
            ? List.of()
            : IntStream.range(0, questions.size())
                .mapToObj(i -> new Answer(questions.get(i), reading.answers().get(i)))
                .toList(),
        reading.result(),
        reading.note(),
        reading.assessedAt(),
        reading.assessedBy());
  }
}
