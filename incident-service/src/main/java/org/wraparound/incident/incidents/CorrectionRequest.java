package org.wraparound.incident.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.incident.incidents.IncidentEvent.IncidentCorrectionAnswered;
import org.wraparound.incident.incidents.IncidentEvent.IncidentCorrectionRequested;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;

/** Someone says that a record is wrong; whoever owns it answers. */
@Entity
@Table(name = "correction_request")
class CorrectionRequest extends PersonRecord {
  @Column(name = "incident_id")
  private UUID incidentId;

  private String reason;

  @Column(name = "what_is_wrong")
  private String whatIsWrong;

  @JdbcTypeCode(SqlTypes.JSON)
  private ReportIncident proposed;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "requested_by_agency")
  private String requestedByAgency;

  private Boolean accepted;

  @Column(name = "answer_reason")
  private String answerReason;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "answered_by")
  private String answeredBy;

  private Integer number;

  CorrectionRequest() {}

  CorrectionRequest(Incident incident, RequestCorrection request, Caller by) {
    super(Ids.next(), incident.personId(), incident.agency());
    this.incidentId = incident.id();
    this.reason = request.reason();
    this.whatIsWrong = request.whatIsWrong();
    this.proposed = request.proposed();
    this.requestedAt = incident.changedAt();
    this.requestedBy = by.userId();
    this.requestedByAgency = by.agency();
  }

  IncidentCorrectionRequested requested() {
    return new IncidentCorrectionRequested(incidentId, personId, id, requestedAt);
  }

  /**
   * @throws ProblemException 409 when it was answered before, 403 for whoever asked
   */
  void mustAwaitAnswerOf(Caller by) {
    if (accepted != null) {
      throw ProblemException.conflict(
          "This request was answered already.", URI.create("/v1/incidents/" + incidentId));
    }
    if (by.userId().equals(requestedBy)) {
      throw ProblemException.forbidden("Someone else answers a correction you asked for.");
    }
  }

  /**
   * It is answered.
   *
   * @param version number of the version that the correction made; null when it was refused
   */
  IncidentCorrectionAnswered answer(
      boolean isAccepted, String why, Integer version, Caller by, Instant now) {
    mustAwaitAnswerOf(by);
    accepted = isAccepted;
    answerReason = why;
    number = version;
    answeredBy = by.userId();
    answeredAt = now;
    return new IncidentCorrectionAnswered(incidentId, personId, id, accepted, now);
  }

  UUID incidentId() {
    return incidentId;
  }

  String reason() {
    return reason;
  }

  String whatIsWrong() {
    return whatIsWrong;
  }

  ReportIncident proposed() {
    return proposed;
  }

  Instant requestedAt() {
    return requestedAt;
  }

  String requestedBy() {
    return requestedBy;
  }

  String requestedByAgency() {
    return requestedByAgency;
  }

  Boolean accepted() {
    return accepted;
  }

  String answerReason() {
    return answerReason;
  }

  Instant answeredAt() {
    return answeredAt;
  }

  String answeredBy() {
    return answeredBy;
  }

  Integer number() {
    return number;
  }
}
