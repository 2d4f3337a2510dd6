package org.wraparound.escalation.notices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.escalation.directory.OnCallContact;
import org.wraparound.escalation.notices.NoticeEvent.NoticeFailed;
import org.wraparound.escalation.notices.NoticeEvent.NoticeIssued;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/**
 * Someone is told, by one way, that something needs them. It belongs to the agency whose record it
 * is about; name and address of the one who is told are those that the directory had then.
 */
@Entity
@Table(name = "notice")
class Notice extends PersonRecord {
  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Subject subject;

  @Column(name = "subject_id", updatable = false)
  private UUID subjectId;

  @Column(updatable = false)
  private String reference;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private About about;

  @Column(name = "respond_by", updatable = false)
  private Instant respondBy;

  @Column(name = "to_agency", updatable = false)
  private String toAgency;

  @Column(name = "contact_id", updatable = false)
  private UUID contactId;

  @Column(name = "contact_name", updatable = false)
  private String contactName;

  @Column(name = "job_title", updatable = false)
  private String jobTitle;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ContactPoint.Kind kind;

  @Column(updatable = false)
  private String address;

  @Column(updatable = false)
  private boolean discreet;

  @Column(name = "queued_at", updatable = false)
  private Instant queuedAt;

  @Column(name = "attempt_at")
  private Instant attemptAt;

  private int attempts;

  @Column(name = "attempted_at")
  private Instant attemptedAt;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "failed_at")
  private Instant failedAt;

  @Enumerated(EnumType.STRING)
  private NotTold why;

  Notice() {}

  /**
   * @param way how; null when there is none
   * @param discreet whether it must not tell what it is about
   */
  Notice(Telling telling, ContactPoint way, boolean discreet, Instant at) {
    super(Ids.next(), telling.personId(), telling.agency());
    this.subject = telling.subject();
    this.subjectId = telling.subjectId();
    this.reference = telling.reference();
    this.about = telling.about();
    this.respondBy = telling.by();
    this.toAgency = telling.toAgency();
    OnCallContact contact = telling.contact();
    if (contact != null) {
      this.contactId = contact.contactId();
      this.contactName = contact.name();
      this.jobTitle = contact.jobTitle();
    }
    if (way != null) {
      this.kind = way.kind();
      this.address = way.value();
    }
    this.discreet = discreet;
    this.queuedAt = at;
  }

  /** It is not sent at all. */
  void withhold(NotTold reason) {
    why = reason;
  }

  /** It is to be tried at this moment, or soon after. */
  void queue(Instant when) {
    attemptAt = when;
  }

  /**
   * It is being tried.
   *
   * @param lostAt when nothing was heard of this attempt for so long that it is tried again
   */
  void attempt(Instant at, Instant lostAt) {
    attempts++;
    attemptedAt = at;
    attemptAt = lostAt;
  }

  /** It went out. */
  NoticeIssued sent(Instant at) {
    attemptAt = null;
    sentAt = at;
    return new NoticeIssued(
        id, personId, subject, subjectId, reference, agency, toAgency, contactId, kind, about,
        respondBy, at);
  }

  /** It is not tried again. */
  NoticeFailed fail(Instant at) {
    attemptAt = null;
    why = NotTold.FAILED;
    failedAt = at;
    return new NoticeFailed(
        id, personId, subject, subjectId, reference, agency, toAgency, contactId, kind, about,
        attempts, at);
  }

  NoticeState state() {
    if (sentAt != null) {
      return NoticeState.SENT;
    }
    if (why == null) {
      return NoticeState.QUEUED;
    }
    return why == NotTold.FAILED ? NoticeState.FAILED : NoticeState.WITHHELD;
  }

  Subject subject() {
    return subject;
  }

  UUID subjectId() {
    return subjectId;
  }

  String reference() {
    return reference;
  }

  About about() {
    return about;
  }

  Instant respondBy() {
    return respondBy;
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

  ContactPoint.Kind kind() {
    return kind;
  }

  String address() {
    return address;
  }

  boolean isDiscreet() {
    return discreet;
  }

  Instant queuedAt() {
    return queuedAt;
  }

  Instant attemptAt() {
    return attemptAt;
  }

  int attempts() {
    return attempts;
  }

  Instant attemptedAt() {
    return attemptedAt;
  }

  Instant sentAt() {
    return sentAt;
  }

  Instant failedAt() {
    return failedAt;
  }

  NotTold why() {
    return why;
  }
}
