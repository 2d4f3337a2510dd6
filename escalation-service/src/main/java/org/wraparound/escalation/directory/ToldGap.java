package org.wraparound.escalation.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.Ids;

/**
 * A gap in cover of which its agency is told by e-mail, once for as long as it is there. What is
 * over, or was mended, is forgotten, so that it is told again should it come back.
 */
@Entity
@Table(name = "told_gap")
class ToldGap {
  @Id private UUID id;

  @Column(updatable = false)
  private String agency;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Route route;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(updatable = false)
  private List<String> settings;

  @Column(updatable = false)
  private int tier;

  @Column(name = "begins_at")
  private Instant beginsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  private String reason;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<String> recipients;

  @Column(name = "attempt_at")
  private Instant attemptAt;

  ToldGap() {}

  /**
   * @param recipients e-mail addresses, at least one
   */
  ToldGap(String agency, RouteCover.Gap gap, List<String> recipients, Instant now) {
    this.id = Ids.next();
    this.agency = agency;
    this.route = gap.of().route();
    this.settings = gap.of().settings();
    this.tier = gap.tier();
    this.recipients = recipients;
    this.attemptAt = now;
    isNow(gap);
  }

  /** Whether it is the same, though it may have grown, shrunk or come nearer. */
  boolean is(RouteCover.Gap gap) {
    return route == gap.of().route()
        && Objects.equals(settings, gap.of().settings())
        && tier == gap.tier()
        && new Span(beginsAt, endsAt).overlaps(gap.span());
  }

  /** Where the gap stands now. */
  final void isNow(RouteCover.Gap gap) {
    beginsAt = gap.span().from();
    endsAt = gap.span().until();
    reason = gap.reason();
  }

  /** It is being told; at the moment given it is tried again, unless it was told by then. */
  void attempt(Instant again) {
    attemptAt = again;
  }

  /** It was told. */
  void told() {
    attemptAt = null;
  }

  UUID id() {
    return id;
  }

  String agency() {
    return agency;
  }

  Route route() {
    return route;
  }

  List<String> settings() {
    return settings;
  }

  int tier() {
    return tier;
  }

  Instant beginsAt() {
    return beginsAt;
  }

  Instant endsAt() {
    return endsAt;
  }

  String reason() {
    return reason;
  }

  List<String> recipients() {
    return recipients;
  }
}
