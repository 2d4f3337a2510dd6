package org.wraparound.escalation.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;

/**
 * One thing that was done or said about a referral, as both sides read it. Never changed; reached
 * through its referral only, which checks access.
 */
@Entity
@Immutable
@Table(name = "referral_thread")
class ThreadEntry {
  /** What was done; the list {@code referral-thread-kind}. */
  enum Kind {
    SENT,
    RECEIVED,
    INFORMATION_REQUESTED,
    INFORMATION_GIVEN,
    CHASED,
    ACCEPTED,
    REJECTED,
    PROGRESSED,
    HELD,
    RESUMED,
    COMPLETED,
    FEEDBACK,
    FEEDBACK_READ,
    CANCELLED,
    ENTERED_IN_ERROR
  }

  @Id private UUID id;

  /** Key of the referral's thread; the database reads it. */
  @SuppressWarnings("UnusedVariable")
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "referral_id")
  private Referral referral;

  private Instant at;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String agency;

  @Column(name = "user_id")
  private String userId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] roles;

  private String code;
  private String words;

  @Column(name = "until_day")
  private LocalDate until;

  ThreadEntry() {}

  private ThreadEntry(
      Referral referral,
      Instant at,
      Kind kind,
      Caller caller,
      Enum<?> code,
      String words,
      LocalDate until) {
    this.id = Ids.next();
    this.referral = referral;
    this.at = at;
    this.kind = kind;
    this.agency = caller.agency();
    this.userId = caller.userId();
    this.roles = caller.roles().stream().sorted().toArray(String[]::new);
    this.code = code == null ? null : code.name();
    this.words = words;
    this.until = until;
  }

  static ThreadEntry of(Referral referral, Instant at, Kind kind, Caller caller) {
    return new ThreadEntry(referral, at, kind, caller, null, null, null);
  }

  /**
   * @param code from the list that belongs to the kind, or null
   * @param words as written, or null
   */
  static ThreadEntry saying(
      Referral referral, Instant at, Kind kind, Caller caller, Enum<?> code, String words) {
    return new ThreadEntry(referral, at, kind, caller, code, words, null);
  }

  static ThreadEntry resting(Referral referral, Instant at, Caller caller, HoldReferral hold) {
    return new ThreadEntry(
        referral, at, Kind.HELD, caller, hold.reason(), hold.words(), hold.until());
  }

  Instant at() {
    return at;
  }

  Kind kind() {
    return kind;
  }

  View view() {
    return new View(id, at, kind, agency, userId, List.of(roles), code, words, until);
  }

  /**
   * An entry as it is shown.
   *
   * @param agency agency that did it, SYSTEM for a clock
   * @param userId subject of the token that did it
   * @param roles roles they held
   * @param code why, or what it came to, from the list that belongs to the kind
   * @param words what was said to the other side, as written
   * @param until last day of a rest
   */
  @Schema(name = "ReferralThreadEntry")
  record View(
      UUID id,
      Instant at,
      Kind kind,
      String agency,
      String userId,
      List<String> roles,
      String code,
      String words,
      LocalDate until) {}
}
