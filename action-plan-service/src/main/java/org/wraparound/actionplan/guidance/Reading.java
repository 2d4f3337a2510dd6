package org.wraparound.actionplan.guidance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.actionplan.guidance.GuidanceEvent.GuidanceAnswersAssessed;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * That one of the staff must read a page, has read it and explained it back, and what a senior made
 * of the answers.
 */
@Entity
@Table(name = "guidance_reading")
class Reading extends PersonRecord {
  @Column(name = "guidance_id", updatable = false)
  private UUID guidanceId;

  @Column(name = "staff_id", updatable = false)
  private String staffId;

  @Column(name = "staff_name", updatable = false)
  private String staffName;

  @Column(name = "staff_agency", updatable = false)
  private String staffAgency;

  @Column(name = "read_by", updatable = false)
  private LocalDate readBy;

  @Column(name = "named_at", updatable = false)
  private Instant namedAt;

  @Column(name = "named_by", updatable = false)
  private String namedBy;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "acknowledged_by_agency")
  private String acknowledgedByAgency;

  @Column(name = "acknowledged_by")
  private String acknowledgedBy;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<String> answers;

  @Enumerated(EnumType.STRING)
  private Understanding result;

  private String note;

  @Column(name = "assessed_at")
  private Instant assessedAt;

  @Column(name = "assessed_by")
  private String assessedBy;

  Reading() {}

  Reading(Guidance guidance, ReaderNamed reader, LocalDate readBy, Caller namedBy, Instant at) {
    super(Ids.next(), guidance.personId(), guidance.agency());
    this.guidanceId = guidance.id();
    this.staffId = reader.staffId();
    this.staffName = reader.name().strip();
    this.staffAgency = reader.agency() == null ? guidance.agency() : reader.agency();
    this.readBy = readBy;
    this.namedBy = namedBy.userId();
    this.namedAt = at;
  }

  /**
   * They have read it, and this is how they explain it.
   *
   * @param questions those of the page
   * @throws ProblemException 403 unless it is themselves or a manager of theirs who says so, 409
   *     when they have before, 422 unless each question is answered
   */
  void acknowledge(List<String> questions, List<String> explained, Caller caller, Instant at) {
    boolean self = staffId.equals(caller.userId());
    boolean manager = staffAgency.equals(caller.agency()) && caller.is("manager");
    if (!self && !manager) {
      throw ProblemException.forbidden(
          "Only they themselves or a manager of "
              + staffAgency
              + " can say that they have read it.");
    }
    if (acknowledgedAt != null) {
      throw ProblemException.conflict("They have acknowledged this version before.");
    }
    mustAnswer(questions, explained);
    answers = List.copyOf(explained);
    acknowledgedAt = at;
    acknowledgedByAgency = caller.agency();
    acknowledgedBy = caller.userId();
  }

  /**
   * A senior has looked at the answers; again after coaching.
   *
   * @throws ProblemException 403 for themselves and for another agency than theirs or the
   *     provider's, 409 while they have not acknowledged it, 422 for COACH without a note
   */
  GuidanceAnswersAssessed assess(AssessAnswers command, Caller caller, Instant at) {
    if (!staffAgency.equals(caller.agency()) && !agency.equals(caller.agency())) {
      throw ProblemException.forbidden(
          "Only a senior of %s or of %s can assess these answers.".formatted(staffAgency, agency));
    }
    if (acknowledgedAt == null) {
      throw ProblemException.conflict("They have not acknowledged it; there are no answers yet.");
    }
    if (staffId.equals(caller.userId())) {
      throw ProblemException.forbidden("These are your own answers; someone else assesses them.");
    }
    boolean silent = command.note() == null || command.note().isBlank();
    if (command.result() == Understanding.COACH && silent) {
      throw ProblemException.invalid("note", "say what the coaching is to be about");
    }
    result = command.result();
    note = silent ? null : command.note();
    assessedAt = at;
    assessedBy = caller.userId();
    return new GuidanceAnswersAssessed(guidanceId, personId, result, at);
  }

  private static void mustAnswer(List<String> questions, List<String> explained) {
    List<Violation> violations = new ArrayList<>();
    for (int i = explained.size(); i < questions.size(); i++) {
      violations.add(new Violation("answers[" + i + "]", "answer: " + questions.get(i)));
    }
    for (int i = questions.size(); i < explained.size(); i++) {
      violations.add(new Violation("answers[" + i + "]", "answers no question: leave it out"));
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  UUID guidanceId() {
    return guidanceId;
  }

  String staffId() {
    return staffId;
  }

  String staffName() {
    return staffName;
  }

  String staffAgency() {
    return staffAgency;
  }

  LocalDate readBy() {
    return readBy;
  }

  Instant namedAt() {
    return namedAt;
  }

  String namedBy() {
    return namedBy;
  }

  Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  String acknowledgedByAgency() {
    return acknowledgedByAgency;
  }

  String acknowledgedBy() {
    return acknowledgedBy;
  }

  List<String> answers() {
    return answers;
  }

  Understanding result() {
    return result;
  }

  String note() {
    return note;
  }

  Instant assessedAt() {
    return assessedAt;
  }

  String assessedBy() {
    return assessedBy;
  }
}
