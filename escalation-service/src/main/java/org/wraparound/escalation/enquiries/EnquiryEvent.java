package org.wraparound.escalation.enquiries;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal.Achieved;
import org.wraparound.kit.journal.JournalEvent;

/** What happens to an enquiry. */
sealed interface EnquiryEvent extends JournalEvent {
  /** The enquiry. */
  UUID enquiryId();

  @Override
  default UUID aggregateId() {
    return enquiryId();
  }

  /** An authority began to enquire. */
  record EnquiryOpened(
      UUID enquiryId,
      String reference,
      UUID personId,
      UUID escalationId,
      String council,
      EnquiryKind kind,
      List<DueStage> stages,
      @JsonIgnore Instant occurredAt)
      implements EnquiryEvent {}

  /** A stage and the last working day for it, if it has one. */
  record DueStage(String code, LocalDate dueOn) {
    static DueStage of(Stage stage) {
      return new DueStage(stage.code(), stage.dueOn());
    }
  }

  /** A stage was completed. */
  record EnquiryStageCompleted(
      UUID enquiryId, UUID personId, String stage, boolean late, @JsonIgnore Instant occurredAt)
      implements EnquiryEvent {}

  /** A stage was not completed in time. */
  record EnquiryStageOverdue(
      UUID enquiryId, UUID personId, String stage, LocalDate dueOn, @JsonIgnore Instant occurredAt)
      implements EnquiryEvent {}

  /** Another agency was asked to make it, or a part of it. */
  record EnquiryCausedTo(
      UUID enquiryId, UUID personId, String agency, LocalDate dueOn, @JsonIgnore Instant occurredAt)
      implements EnquiryEvent {}

  /** An agency that was asked has reported. */
  record EnquiryReportReceived(
      UUID enquiryId, UUID personId, String agency, boolean late, @JsonIgnore Instant occurredAt)
      implements EnquiryEvent {}

  /** An agency that was asked has not reported in time. */
  record EnquiryReportOverdue(
      UUID enquiryId, UUID personId, String agency, LocalDate dueOn, @JsonIgnore Instant occurredAt)
      implements EnquiryEvent {}

  /** It has come to its end. */
  record EnquiryConcluded(
      UUID enquiryId,
      UUID personId,
      UUID escalationId,
      RiskAssessment riskAssessment,
      RiskOutcome riskOutcome,
      Achieved wishesAchieved,
      @JsonIgnore Instant occurredAt)
      implements EnquiryEvent {}
}
