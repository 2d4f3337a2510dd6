package org.wraparound.incident.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/** An incident's record as it stood from one moment on; never changed. */
@Entity
@Immutable
@Table(name = "incident_version")
public class IncidentVersion extends PersonRecord {
  /** What made a version. */
  enum Cause {
    RECORDED,
    /** What was not yet recorded was added. */
    ADDENDUM,
    /** What was recorded was changed after a request. */
    CORRECTION
  }

  @Column(name = "incident_id")
  private UUID incidentId;

  private int number;

  @Enumerated(EnumType.STRING)
  private Cause cause;

  private String reason;
  private String text;

  @JdbcTypeCode(SqlTypes.JSON)
  private ReportIncident content;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> changed;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  private String author;

  IncidentVersion() {}

  /**
   * @param changed names of the fields that differ from the version before
   */
  IncidentVersion(
      Incident incident,
      Cause cause,
      String reason,
      String text,
      List<String> changed,
      String author) {
    super(Ids.next(), incident.personId(), incident.agency());
    this.incidentId = incident.id();
    this.number = incident.number();
    this.cause = cause;
    this.reason = reason;
    this.text = text;
    this.content = incident.content();
    this.changed = changed;
    this.recordedAt = incident.changedAt();
    this.author = author;
  }

  int number() {
    return number;
  }

  Cause cause() {
    return cause;
  }

  String reason() {
    return reason;
  }

  String text() {
    return text;
  }

  ReportIncident content() {
    return content;
  }

  List<String> changed() {
    return changed;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  String author() {
    return author;
  }
}
