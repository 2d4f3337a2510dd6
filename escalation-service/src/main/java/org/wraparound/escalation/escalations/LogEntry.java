package org.wraparound.escalation.escalations;

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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.escalation.directory.OnCallContact;
import org.wraparound.escalation.notices.NotTold;
import org.wraparound.escalation.notices.Telling;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;

/**
 * One thing that was done about an escalation, reached through it. It stays as it is, but for a
 * notice that is on its way: that it was told, or was not, is written on its own entry.
 */
@Entity
@Table(name = "escalation_log")
class LogEntry {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "escalation_id", updatable = false)
  private Escalation escalation;

  @Column(updatable = false)
  private Instant at;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(updatable = false)
  private String agency;

  @Column(name = "user_id", updatable = false)
  private String userId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Mutability(Immutability.class)
  @Column(updatable = false)
  private String[] roles;

  @Column(updatable = false)
  private String detail;

  @Column(updatable = false)
  private Integer step;

  @Column(updatable = false)
  private Integer tier;

  @Column(name = "to_agency", updatable = false)
  private String toAgency;

  @Column(name = "contact_id", updatable = false)
  private UUID contactId;

  @Column(name = "contact_name", updatable = false)
  private String contactName;

  @Column(name = "job_title", updatable = false)
  private String jobTitle;

  @Enumerated(EnumType.STRING)
  @Column(name = "sent_by", updatable = false)
  private ContactPoint.Kind by;

  @Enumerated(EnumType.STRING)
  private NotTold why;

  @Column(name = "notice_id", updatable = false)
  private UUID noticeId;

  @Column(name = "settled_at")
  private Instant settledAt;

  LogEntry() {}

  private LogEntry(Instant at, Kind kind, Caller caller, String detail) {
    this.id = Ids.next();
    this.at = at;
    this.kind = kind;
    this.agency = caller.agencyOrRole();
    this.userId = caller.userId();
    this.roles = caller.roles().stream().sorted().toArray(String[]::new);
    this.detail = detail;
  }

  /** What was done. */
  enum Kind {
    RAISED,
    DIRECTED,
    NOBODY_IN_CIRCLE,
    /** A notice is on its way. */
    TELLING,
    TOLD,
    NOT_TOLD,
    /** Nobody at all could be told. */
    UNREACHED,
    ACKNOWLEDGED,
    CLIMBED,
    PAUSED,
    RESUMED,
    DECIDED,
    SIGNED_OFF,
    REOPENED,
    CLOSED,
    /** An incident it rests on was withdrawn. */
    INCIDENT_WITHDRAWN,
    /** Someone judged that it need not be answered. */
    STOOD_DOWN
  }

  static LogEntry by(Caller caller, Instant at, Kind kind, String detail) {
    return new LogEntry(at, kind, caller, detail);
  }

  static LogEntry bySystem(Instant at, Kind kind, String detail) {
    return by(Caller.SYSTEM_CALLER, at, kind, detail);
  }

  /** Someone is told, was, or could not be. */
  static LogEntry ofTelling(
      Instant at, Integer tier, String toAgency, OnCallContact contact, Telling.Outcome outcome) {
    LogEntry entry = bySystem(at, kindOf(outcome), null);
    entry.tier = tier;
    entry.toAgency = toAgency;
    entry.contactId = contact.contactId();
    entry.contactName = contact.name();
    entry.jobTitle = contact.jobTitle();
    entry.by = outcome.kind();
    entry.why = outcome.why();
    entry.noticeId = outcome.noticeId();
    entry.settledAt = entry.kind == Kind.TELLING ? null : at;
    return entry;
  }

  /** There was nobody to tell. */
  static LogEntry ofNobody(
      Instant at, Integer tier, String toAgency, NotTold why, String agencyType) {
    LogEntry entry = bySystem(at, Kind.NOT_TOLD, agencyType);
    entry.tier = tier;
    entry.toAgency = toAgency;
    entry.why = why;
    entry.settledAt = at;
    return entry;
  }

  private static Kind kindOf(Telling.Outcome outcome) {
    if (outcome.why() != null) {
      return Kind.NOT_TOLD;
    }
    // an event goes out with this transaction, an e-mail after it
    return outcome.kind() == ContactPoint.Kind.SYSTEM ? Kind.TOLD : Kind.TELLING;
  }

  LogEntry atStep(int reached) {
    step = reached;
    return this;
  }

  /** The notice went out, or could not be sent. */
  void settle(NotTold reason, Instant when) {
    kind = reason == null ? Kind.TOLD : Kind.NOT_TOLD;
    why = reason;
    settledAt = when;
  }

  void belongTo(Escalation owner) {
    escalation = owner;
  }

  UUID escalationId() {
    return escalation.id();
  }

  /** Whether someone was told, or is about to be. */
  boolean isTold() {
    return kind == Kind.TOLD || kind == Kind.TELLING;
  }

  Instant at() {
    return at;
  }

  Kind kind() {
    return kind;
  }

  String agency() {
    return agency;
  }

  String userId() {
    return userId;
  }

  List<String> roles() {
    return List.of(roles);
  }

  String detail() {
    return detail;
  }

  Integer step() {
    return step;
  }

  Integer tier() {
    return tier;
  }

  String toAgency() {
    return toAgency;
  }

  UUID contactId() {
    return contactId;
  }

  String contactName() {
    return contactName;
  }

  String jobTitle() {
    return jobTitle;
  }

  ContactPoint.Kind by() {
    return by;
  }

  NotTold why() {
    return why;
  }

  UUID noticeId() {
    return noticeId;
  }

  Instant settledAt() {
    return settledAt;
  }
}
