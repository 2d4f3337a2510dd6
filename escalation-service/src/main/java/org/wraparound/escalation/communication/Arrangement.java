package org.wraparound.escalation.communication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.escalation.communication.CommunicationEvent.SafeCommunicationArranged;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.London;
import org.wraparound.kit.access.PersonRecord;

/**
 * One version of how a person is safely told about. It is never changed, only replaced by the next.
 */
@Entity
@Table(name = "safe_communication")
class Arrangement extends PersonRecord {
  @Column(updatable = false)
  private int number;

  @Column(updatable = false)
  private boolean discreet;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Enumerated(EnumType.STRING)
  @Column(name = "avoid_kinds", updatable = false)
  private List<ContactPoint.Kind> avoidKinds;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "avoid_agencies", updatable = false)
  private String[] avoidAgencies;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "avoid_contacts", updatable = false)
  private UUID[] avoidContacts;

  @Column(updatable = false)
  private String instructions;

  @Column(updatable = false)
  private String reason;

  @Column(name = "review_on", updatable = false)
  private LocalDate reviewOn;

  @Column(name = "arranged_at", updatable = false)
  private Instant arrangedAt;

  @Column(name = "arranged_by", updatable = false)
  private String arrangedBy;

  @Column(name = "replaced_at")
  private Instant replacedAt;

  Arrangement() {}

  /**
   * @param number 1 for the first of the person's, then one more than that of the one it replaces
   * @throws org.wraparound.kit.web.ProblemException 422 when it is not reviewed in time
   */
  Arrangement(
      UUID personId, int number, ArrangeSafeCommunication arranged, Caller caller, Instant at) {
    super(Ids.next(), personId, caller.agency());
    arranged.mustBeReviewedInTime(London.dayOf(at));
    this.number = number;
    this.discreet = arranged.discreet();
    this.avoidKinds = arranged.avoidKinds().stream().sorted().toList();
    this.avoidAgencies = arranged.avoidAgencies().stream().sorted().toArray(String[]::new);
    this.avoidContacts = arranged.avoidContacts().stream().sorted().toArray(UUID[]::new);
    this.instructions = arranged.instructions();
    this.reason = arranged.reason();
    this.reviewOn = arranged.reviewOn();
    this.arrangedAt = at;
    this.arrangedBy = caller.userId();
  }

  SafeCommunicationArranged arranged() {
    return new SafeCommunicationArranged(personId, number, discreet, reviewOn, arrangedAt);
  }

  /** The next version takes its place. */
  void replace(Instant at) {
    replacedAt = at;
  }

  int number() {
    return number;
  }

  View view(LocalDate today) {
    return new View(
        personId,
        number,
        discreet,
        avoidKinds,
        List.of(avoidAgencies),
        List.of(avoidContacts),
        instructions,
        reason,
        reviewOn,
        replacedAt == null && today.isAfter(reviewOn),
        agency,
        arrangedBy,
        arrangedAt,
        replacedAt);
  }

  /**
   * A version as it is shown.
   *
   * @param number counts the person's versions from 1; the ETag
   * @param reviewOverdue in force, and its review has not taken place by its day
   * @param arrangedBy subject of the token of whoever arranged it
   * @param replacedAt when the next version took its place; null for the one in force
   */
  @Schema(name = "SafeCommunicationView")
  record View(
      UUID personId,
      int number,
      boolean discreet,
      List<ContactPoint.Kind> avoidKinds,
      List<String> avoidAgencies,
      List<UUID> avoidContacts,
      String instructions,
      String reason,
      LocalDate reviewOn,
      boolean reviewOverdue,
      String arrangedByAgency,
      String arrangedBy,
      Instant arrangedAt,
      Instant replacedAt) {}
}
