package org.wraparound.incident.drafts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.wraparound.incident.incidents.ReportIncident;
import org.wraparound.kit.Ids;
import org.wraparound.kit.web.ProblemException;

/**
 * An incident's record while it is being written. Private to the agency that writes it: the
 * person's circle does not see it, and so it is no {@link org.wraparound.kit.access.PersonRecord};
 * its own predicate is part of every query and every load by id.
 */
@Entity
@Table(name = "incident_draft")
@SQLRestriction("agency = (select current_setting('wraparound.agency', true))")
class Draft {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String agency;

  @Column(name = "person_id")
  private UUID personId;

  @Column(name = "setting_id")
  private String settingId;

  @JdbcTypeCode(SqlTypes.JSON)
  private ReportIncident content;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "written_at")
  private Instant writtenAt;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> writers;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "submitted_by")
  private String submittedBy;

  @Column(name = "incident_id")
  private UUID incidentId;

  @Column(name = "discarded_at")
  private Instant discardedAt;

  @Column(name = "discarded_by")
  private String discardedBy;

  @Column(name = "discard_reason")
  private String discardReason;

  Draft() {}

  Draft(ReportIncident content, String agency, String by, Instant now) {
    this.id = Ids.next();
    this.agency = agency;
    this.createdAt = now;
    this.createdBy = by;
    this.writers = List.of();
    holds(content, by, now);
  }

  /**
   * Takes the place of what was written so far.
   *
   * @throws ProblemException 409 when it was submitted or discarded
   */
  void rewrite(ReportIncident newContent, String by, Instant now) {
    mustBeOpen();
    holds(newContent, by, now);
  }

  private void holds(ReportIncident newContent, String by, Instant now) {
    content = newContent;
    personId = newContent.personId();
    settingId = newContent.settingId();
    writtenAt = now;
    writers = Stream.concat(writers.stream(), Stream.of(by)).distinct().toList();
  }

  /**
   * It became an incident.
   *
   * @throws ProblemException 409 when it was submitted or discarded before
   */
  void submitted(UUID incident, String by, Instant now) {
    mustBeOpen();
    incidentId = incident;
    submittedBy = by;
    submittedAt = now;
  }

  /**
   * It will not become an incident.
   *
   * @throws ProblemException 409 when it was submitted or discarded before
   */
  void discard(String reason, String by, Instant now) {
    mustBeOpen();
    discardReason = reason;
    discardedBy = by;
    discardedAt = now;
  }

  /**
   * @throws ProblemException 409, with the incident it became, where it did
   */
  void mustBeOpen() {
    if (incidentId != null) {
      throw ProblemException.conflict(
          "This draft was submitted.", URI.create("/v1/incidents/" + incidentId));
    }
    if (discardedAt != null) {
      throw ProblemException.conflict("This draft was discarded.");
    }
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  ReportIncident content() {
    return content;
  }

  List<String> writers() {
    return writers;
  }

  DraftView view() {
    return new DraftView(
        id,
        agency,
        createdAt,
        createdBy,
        writtenAt,
        writers,
        content,
        incidentId == null ? null : new DraftView.Submission(submittedAt, submittedBy, incidentId),
        discardedAt == null
            ? null
            : new DraftView.Discarding(discardedAt, discardedBy, discardReason));
  }
}
