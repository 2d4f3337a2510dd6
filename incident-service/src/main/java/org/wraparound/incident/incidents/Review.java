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

/** What a supervisor found when they held a record against the documentation standard. */
@Entity
@Immutable
@Table(name = "incident_review")
public class Review extends PersonRecord {
  /** What the reviewer decided. */
  public enum Decision {
    SIGN_OFF,
    RETURN
  }

  /** What it came to: nothing is signed off while something is missing. */
  public enum Outcome {
    SIGNED_OFF,
    RETURNED
  }

  /**
   * A field that is to be completed.
   *
   * @param why the standard's reason, or the reviewer's words
   */
  public record Missing(String field, String why) {}

  /**
   * The standard that a record was held against.
   *
   * @param version its number among those of its agency
   */
  public record Measure(UUID standardId, int version) {}

  @Column(name = "incident_id")
  private UUID incidentId;

  private int number;

  @Enumerated(EnumType.STRING)
  private Decision decision;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private String comment;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Missing> missing;

  @Column(name = "standard_id")
  private UUID standardId;

  @Column(name = "reviewed_at")
  private Instant reviewedAt;

  @Column(name = "reviewed_by")
  private String reviewedBy;

  Review() {}

  Review(
      Incident incident,
      Decision decision,
      String comment,
      List<Missing> missing,
      UUID standardId,
      String reviewedBy) {
    super(Ids.next(), incident.personId(), incident.agency());
    this.incidentId = incident.id();
    this.number = incident.number();
    this.decision = decision;
    this.outcome =
        decision == Decision.SIGN_OFF && missing.isEmpty() ? Outcome.SIGNED_OFF : Outcome.RETURNED;
    this.comment = comment;
    this.missing = missing;
    this.standardId = standardId;
    this.reviewedAt = incident.changedAt();
    this.reviewedBy = reviewedBy;
  }

  int number() {
    return number;
  }

  Decision decision() {
    return decision;
  }

  Outcome outcome() {
    return outcome;
  }

  String comment() {
    return comment;
  }

  List<Missing> missing() {
    return missing;
  }

  UUID standardId() {
    return standardId;
  }

  Instant reviewedAt() {
    return reviewedAt;
  }

  String reviewedBy() {
    return reviewedBy;
  }
}
