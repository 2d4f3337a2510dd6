package org.wraparound.escalation.referrals;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.escalation.communication.SafeCommunication;
import org.wraparound.escalation.disclosures.Basis;
import org.wraparound.escalation.disclosures.Consent;
import org.wraparound.escalation.disclosures.DisclosedContent;
import org.wraparound.escalation.disclosures.Disclosing;
import org.wraparound.escalation.disclosures.DisclosureRoute;
import org.wraparound.escalation.disclosures.Grounds;
import org.wraparound.escalation.disclosures.Recipient;
import org.wraparound.escalation.disclosures.RecordReference;
import org.wraparound.escalation.referrals.ReferralEvent.Parties;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralAccepted;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralCancelled;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralChased;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralCompleted;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralEnteredInError;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralFeedbackRead;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralHeld;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralInformationGiven;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralInformationRequested;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralProgressed;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralReceived;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralRejected;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralResumed;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralSent;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.London;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * One agency asks another, by name, to do something for a person; the other answers in its own
 * name. A draft is private to the agency that writes it; once sent, the recipient sees it, which
 * may be outside the person's circle, and so does the circle at level FULL, but for providers where
 * a service provider is said to have caused what it is about. Therefore it is no {@link
 * org.wraparound.kit.access.PersonRecord}: its own predicate is part of every query and every load
 * by id.
 */
@Entity
@Table(name = "referral")
@SQLRestriction(Referral.VISIBLE)
class Referral {
  static final String VISIBLE =
      """
      (agency = (select current_setting('wraparound.agency', true))
       or (sent_at is not null
         and ((select current_setting('wraparound.agency', true)) = '*'
           or recipient_agency = (select current_setting('wraparound.agency', true))
           or exists (
              select 1 from access_grant g
              where g.person_id = person_id and g.agency = (select current_setting('wraparound.agency', true))
                and g.level = 'FULL' and not (about_provider and g.agency_type = 'PROVIDER')))))
      """;

  @Id private UUID id;
  @Version private long version;

  @Column(name = "person_id", updatable = false)
  private UUID personId;

  @Column(updatable = false)
  private String agency;

  @Column(updatable = false)
  private String reference;

  @Embedded private ReferralContent content;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(updatable = false)
  private Source source;

  @Column(name = "drafted_at", updatable = false)
  private Instant draftedAt;

  @Column(name = "drafted_by", updatable = false)
  private String draftedBy;

  @Embedded private Consent consent;
  @Embedded private Basis basis;

  @Enumerated(EnumType.STRING)
  private DisclosureRoute route;

  @Column(name = "withheld_reason")
  private String withheldReason;

  @Column(name = "disclosure_id")
  private UUID disclosureId;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "respond_by")
  private Instant respondBy;

  @Column(name = "question_asked_at")
  private Instant questionAskedAt;

  private int chases;

  @Column(name = "chased_at")
  private Instant chasedAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "rejected_at")
  private Instant rejectedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "rejection_reason")
  private RejectionReason rejectionReason;

  @Column(name = "begun_at")
  private Instant begunAt;

  @Column(name = "held_until")
  private LocalDate heldUntil;

  @Column(name = "completed_at")
  private Instant completedAt;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Column(name = "feedback_read_at")
  private Instant feedbackReadAt;

  @Column(name = "cancelled_at")
  private Instant cancelledAt;

  @Column(name = "entered_in_error_at")
  private Instant enteredInErrorAt;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Column(name = "changed_at")
  private Instant changedAt;

  @OneToMany(mappedBy = "referral", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  @BatchSize(size = 200)
  private List<ThreadEntry> thread = new ArrayList<>();

  Referral() {}

  Referral(
      UUID personId,
      String reference,
      ReferralContent content,
      Source source,
      Caller caller,
      Instant at) {
    this.id = Ids.next();
    this.personId = personId;
    this.agency = caller.agency();
    this.reference = reference;
    this.source = source;
    this.draftedAt = at;
    this.draftedBy = caller.userId();
    write(content, at);
    stands(at);
  }

  /**
   * What is written takes the place of what was there.
   *
   * @throws ProblemException 409 when it was sent, 422 when it is to the sender itself
   */
  void rewrite(ReferralContent newContent, Caller caller, Instant at) {
    mustBeOf(caller);
    mustBe(Set.of(Status.DRAFT), "It was sent; what was written stays. Say more in its thread.");
    write(newContent, at);
  }

  private void write(ReferralContent newContent, Instant at) {
    if (newContent.recipientAgency().equals(agency)) {
      throw ProblemException.invalid("recipientAgency", "name another agency than your own");
    }
    content = newContent;
    changedAt = at;
  }

  /**
   * It goes to the recipient.
   *
   * @param safe what is arranged for the person, null when nothing is
   * @throws ProblemException 409 when it was sent before; 422 naming all that is missing of what it
   *     says and of the grounds on which it is shared, and a recipient who must be told nothing
   */
  ReferralSent send(
      SendReferral sending, SafeCommunication safe, Instant answerBy, Caller caller, Instant at) {
    mustBeOf(caller);
    mustBe(Set.of(Status.DRAFT), "It was sent before.");
    List<Violation> missing = new ArrayList<>(content.missing());
    missing.addAll(sending.grounds().missing(London.dayOf(at)));
    if (isGuardedAgainst(safe)) {
      missing.add(new Violation("recipientAgency", mustBeToldNothing()));
    }
    if (!missing.isEmpty()) {
      throw ProblemException.invalid(missing);
    }
    consent = sending.consent();
    basis = sending.basis();
    route = sending.routeOrSystem();
    withheldReason = sending.withheldFromPersonReason();
    sentAt = at;
    respondBy = answerBy;
    happened(ThreadEntry.of(this, at, ThreadEntry.Kind.SENT, caller));
    return new ReferralSent(
        parties(),
        source.escalation() == null ? null : source.escalation().id(),
        source.incidents().stream().map(Source.FromIncident::id).toList(),
        consent == null ? null : consent.answer(),
        basis == null ? null : basis.lawfulBasis(),
        basis == null ? null : basis.condition(),
        respondBy,
        at);
  }

  /** The entry of the ledger that sending it is. */
  void disclosedAs(UUID entry) {
    disclosureId = entry;
  }

  /** The recipient has it. */
  ReferralReceived receive(Caller caller, Instant at) {
    mustBeAskedOf(caller);
    mustBe(Set.of(Status.REQUESTED), "Its receipt was confirmed before, or it is answered.");
    receivedAt = at;
    happened(ThreadEntry.of(this, at, ThreadEntry.Kind.RECEIVED, caller));
    return new ReferralReceived(parties(), at);
  }

  /** The recipient takes it on. */
  ReferralAccepted accept(Caller caller, Instant at) {
    mustBeAskedOf(caller);
    mustBe(Status.UNANSWERED, "It is answered, or was taken back.");
    hasBeenReceived(at);
    acceptedAt = at;
    happened(ThreadEntry.of(this, at, ThreadEntry.Kind.ACCEPTED, caller));
    return new ReferralAccepted(parties(), at);
  }

  /** The recipient does not take it on; the sender reads why. */
  ReferralRejected reject(RejectReferral rejection, Caller caller, Instant at) {
    mustBeAskedOf(caller);
    mustBe(Status.UNANSWERED, "It is answered, or was taken back.");
    hasBeenReceived(at);
    rejectedAt = at;
    rejectionReason = rejection.reason();
    questionAskedAt = null;
    happened(
        ThreadEntry.saying(
            this, at, ThreadEntry.Kind.REJECTED, caller, rejectionReason, rejection.words()));
    return new ReferralRejected(parties(), rejectionReason, at);
  }

  /** The recipient needs to know more. While it waits, the sender does not wait for it. */
  ReferralInformationRequested ask(AskInformation asked, Caller caller, Instant at) {
    mustBeAskedOf(caller);
    mustBeLive();
    if (questionAskedAt != null) {
      throw conflict("A question of yours is open; it must be answered first.");
    }
    hasBeenReceived(at);
    questionAskedAt = at;
    happened(
        ThreadEntry.saying(
            this, at, ThreadEntry.Kind.INFORMATION_REQUESTED, caller, null, asked.question()));
    return new ReferralInformationRequested(parties(), at);
  }

  /**
   * The sender answers. The recipient has as much longer as the answer took.
   *
   * @param safe what is arranged for the person, null when nothing is
   * @throws ProblemException 409 when no question is open; 422 when the recipient must be told
   *     nothing by now
   */
  ReferralInformationGiven inform(
      GiveInformation given, SafeCommunication safe, Caller caller, Instant at) {
    mustBeOf(caller);
    if (questionAskedAt == null) {
      throw conflict("No question is open.");
    }
    if (isGuardedAgainst(safe)) {
      throw ProblemException.invalid("answer", mustBeToldNothing());
    }
    respondBy = respondBy.plus(Duration.between(questionAskedAt, at));
    questionAskedAt = null;
    happened(
        ThreadEntry.saying(
            this, at, ThreadEntry.Kind.INFORMATION_GIVEN, caller, null, given.answer()));
    return new ReferralInformationGiven(
        parties(), given.content().stream().distinct().sorted().toList(), respondBy, at);
  }

  /** The recipient says what is being done; a rest is over. */
  ReferralProgressed progress(ReportProgress report, Caller caller, Instant at) {
    mustBeAskedOf(caller);
    mustBeTakenOn();
    begunAt = begunAt == null ? at : begunAt;
    heldUntil = null;
    happened(
        ThreadEntry.saying(this, at, ThreadEntry.Kind.PROGRESSED, caller, null, report.words()));
    return new ReferralProgressed(parties(), at);
  }

  /**
   * The recipient lets it rest.
   *
   * @param lastDay last day until which it may
   */
  ReferralHeld hold(HoldReferral hold, LocalDate lastDay, Caller caller, Instant at) {
    mustBeAskedOf(caller);
    mustBeTakenOn();
    if (!hold.until().isAfter(London.dayOf(at)) || hold.until().isAfter(lastDay)) {
      throw ProblemException.invalid("until", "must be after today and not after " + lastDay);
    }
    mustExplain(hold.reason() == HoldReason.OTHER, hold.words());
    heldUntil = hold.until();
    happened(ThreadEntry.resting(this, at, caller, hold));
    return new ReferralHeld(parties(), hold.reason(), heldUntil, at);
  }

  /** The last day of its rest is over, unless it rests no more. */
  Optional<ReferralResumed> resume(Caller caller, Instant at) {
    if (status != Status.ON_HOLD) {
      return Optional.empty();
    }
    heldUntil = null;
    happened(ThreadEntry.of(this, at, ThreadEntry.Kind.RESUMED, caller));
    return Optional.of(new ReferralResumed(parties(), at));
  }

  /** The recipient is done with it and tells what it came to. */
  ReferralCompleted complete(CompleteReferral completion, Caller caller, Instant at) {
    mustBeAskedOf(caller);
    mustBeTakenOn();
    completedAt = at;
    outcome = completion.outcome();
    questionAskedAt = null;
    happened(
        ThreadEntry.saying(
            this, at, ThreadEntry.Kind.COMPLETED, caller, outcome, completion.words()));
    if (completion.feedback() != null) {
      happened(
          ThreadEntry.saying(
              this, at, ThreadEntry.Kind.FEEDBACK, caller, null, completion.feedback()));
    }
    return new ReferralCompleted(parties(), outcome, at);
  }

  /** The sender has read outcome and feedback. */
  ReferralFeedbackRead readFeedback(Caller caller, Instant at) {
    mustBeOf(caller);
    mustBe(Set.of(Status.COMPLETED), "There is no outcome to read yet.");
    if (feedbackReadAt != null) {
      throw conflict("It was confirmed before that outcome and feedback were read.");
    }
    feedbackReadAt = at;
    happened(ThreadEntry.of(this, at, ThreadEntry.Kind.FEEDBACK_READ, caller));
    return new ReferralFeedbackRead(parties(), at);
  }

  /** The sender reminds the recipient. */
  ReferralChased chaseByHand(Caller caller, Instant at) {
    mustBeOf(caller);
    if (!isAwaited()) {
      throw conflict(
          "No answer is awaited: it is not sent, is answered, or the next word is yours.");
    }
    return chase(caller, at);
  }

  /** The time to answer is up, unless an answer came or is not awaited for now. */
  Optional<ReferralChased> chaseByClock(Caller clock, Instant at) {
    return isAwaited() ? Optional.of(chase(clock, at)) : Optional.empty();
  }

  private ReferralChased chase(Caller caller, Instant at) {
    chases++;
    chasedAt = at;
    happened(ThreadEntry.of(this, at, ThreadEntry.Kind.CHASED, caller));
    return new ReferralChased(parties(), chases, respondBy, at);
  }

  /**
   * The sender takes it back.
   *
   * @return empty for a draft, of which nobody has heard
   */
  Optional<ReferralCancelled> cancel(CancelReferral cancellation, Caller caller, Instant at) {
    mustBeOf(caller);
    mustNotHaveEnded();
    mustExplain(cancellation.reason() == CancellationReason.OTHER, cancellation.words());
    cancelledAt = at;
    questionAskedAt = null;
    happened(
        ThreadEntry.saying(
            this,
            at,
            ThreadEntry.Kind.CANCELLED,
            caller,
            cancellation.reason(),
            cancellation.words()));
    return sentAt == null
        ? Optional.empty()
        : Optional.of(new ReferralCancelled(parties(), cancellation.reason(), at));
  }

  /**
   * It should never have been; the sender says why.
   *
   * @return empty for a draft, of which nobody has heard
   */
  Optional<ReferralEnteredInError> enterInError(EnterInError error, Caller caller, Instant at) {
    mustBeOf(caller);
    if (enteredInErrorAt != null) {
      throw conflict("It is marked as entered in error already.");
    }
    enteredInErrorAt = at;
    questionAskedAt = null;
    happened(
        ThreadEntry.saying(
            this, at, ThreadEntry.Kind.ENTERED_IN_ERROR, caller, null, error.reason()));
    return sentAt == null
        ? Optional.empty()
        : Optional.of(new ReferralEnteredInError(parties(), at));
  }

  /** Sending it, for the ledger. */
  Disclosing sending() {
    List<DisclosedContent> told =
        new ArrayList<>(List.of(DisclosedContent.IDENTITY, DisclosedContent.CONCERN));
    List<RecordReference> records = new ArrayList<>();
    records.add(new RecordReference(RecordReference.Kind.REFERRAL, id));
    if (content.hasBackground()) {
      told.add(DisclosedContent.BACKGROUND);
    }
    if (content.saysWhatThePersonWants()) {
      told.add(DisclosedContent.WISHES);
    }
    if (source.escalation() != null) {
      told.add(DisclosedContent.ESCALATION);
      records.add(new RecordReference(RecordReference.Kind.ESCALATION, source.escalation().id()));
    }
    if (!source.incidents().isEmpty()) {
      told.add(DisclosedContent.INCIDENT_FACTS);
      source.incidents().stream()
          .map(from -> new RecordReference(RecordReference.Kind.INCIDENT, from.id()))
          .forEach(records::add);
    }
    return disclosing(told, records, sentAt);
  }

  /** Giving information in its thread, for the ledger: on the grounds on which it was sent. */
  Disclosing informing(ReferralInformationGiven given) {
    return disclosing(
        given.content(),
        List.of(new RecordReference(RecordReference.Kind.REFERRAL, id)),
        given.occurredAt());
  }

  private Disclosing disclosing(
      List<DisclosedContent> told, List<RecordReference> records, Instant at) {
    return new Disclosing(
        personId,
        agency,
        Recipient.agency(content.recipientAgency()),
        told,
        records,
        content.purpose().disclosure(),
        new Grounds(consent, basis),
        route,
        at,
        withheldReason);
  }

  private Parties parties() {
    return new Parties(
        id, reference, personId, agency, content.recipientAgency(), content.purpose());
  }

  private void happened(ThreadEntry entry) {
    thread.add(entry);
    stands(entry.at());
  }

  private void stands(Instant at) {
    changedAt = at;
    status = derived();
  }

  private Status derived() {
    if (enteredInErrorAt != null) {
      return Status.ENTERED_IN_ERROR;
    }
    if (cancelledAt != null) {
      return Status.CANCELLED;
    }
    if (completedAt != null) {
      return Status.COMPLETED;
    }
    if (rejectedAt != null) {
      return Status.REJECTED;
    }
    if (heldUntil != null) {
      return Status.ON_HOLD;
    }
    if (begunAt != null) {
      return Status.IN_PROGRESS;
    }
    if (acceptedAt != null) {
      return Status.ACCEPTED;
    }
    if (receivedAt != null) {
      return Status.RECEIVED;
    }
    return sentAt != null ? Status.REQUESTED : Status.DRAFT;
  }

  /** Whoever answers has received it. */
  private void hasBeenReceived(Instant at) {
    receivedAt = receivedAt == null ? at : receivedAt;
  }

  private boolean isGuardedAgainst(SafeCommunication safe) {
    return safe != null && safe.avoids(content.recipientAgency());
  }

  private String mustBeToldNothing() {
    return "the person's safe communication says that "
        + content.recipientAgency()
        + " must be told nothing; see /v1/people/"
        + personId
        + "/safe-communication";
  }

  /** Whether the recipient's acceptance or rejection is awaited now. */
  boolean isAwaited() {
    return Status.UNANSWERED.contains(status) && questionAskedAt == null;
  }

  boolean isOverdue(Instant now) {
    return isAwaited() && now.isAfter(respondBy);
  }

  private boolean isLive() {
    return Status.UNANSWERED.contains(status) || Status.TAKEN_ON.contains(status);
  }

  private void mustBeLive() {
    if (!isLive()) {
      throw conflict("It is done with.");
    }
  }

  private void mustBeTakenOn() {
    mustBe(Status.TAKEN_ON, "Accept it first: POST its acceptance; or it is done with.");
  }

  private void mustNotHaveEnded() {
    if (status != Status.DRAFT && !isLive()) {
      throw conflict("It is done with.");
    }
  }

  private void mustBe(Set<Status> allowed, String otherwise) {
    if (!allowed.contains(status)) {
      throw conflict(otherwise);
    }
  }

  private void mustBeOf(Caller caller) {
    if (!agency.equals(caller.agency())) {
      throw ProblemException.forbidden("Only " + agency + ", which refers, does this.");
    }
  }

  private void mustBeAskedOf(Caller caller) {
    if (!content.recipientAgency().equals(caller.agency())) {
      throw ProblemException.forbidden(
          "Only " + content.recipientAgency() + ", which is asked, answers it.");
    }
  }

  private static void mustExplain(boolean needed, String words) {
    if (needed && (words == null || words.isBlank())) {
      throw ProblemException.invalid("words", "say what it is, because the reason is OTHER");
    }
  }

  private ProblemException conflict(String detail) {
    return ProblemException.conflict(detail, uri());
  }

  URI uri() {
    return URI.create("/v1/referrals/" + id);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID personId() {
    return personId;
  }

  String agency() {
    return agency;
  }

  String reference() {
    return reference;
  }

  ReferralContent content() {
    return content;
  }

  Source source() {
    return source;
  }

  Instant draftedAt() {
    return draftedAt;
  }

  String draftedBy() {
    return draftedBy;
  }

  Consent consent() {
    return consent;
  }

  Basis basis() {
    return basis;
  }

  UUID disclosureId() {
    return disclosureId;
  }

  Instant sentAt() {
    return sentAt;
  }

  Instant respondBy() {
    return respondBy;
  }

  boolean isInformationAwaited() {
    return questionAskedAt != null;
  }

  int chases() {
    return chases;
  }

  Instant chasedAt() {
    return chasedAt;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  Instant acceptedAt() {
    return acceptedAt;
  }

  Instant rejectedAt() {
    return rejectedAt;
  }

  RejectionReason rejectionReason() {
    return rejectionReason;
  }

  LocalDate heldUntil() {
    return heldUntil;
  }

  Instant completedAt() {
    return completedAt;
  }

  Outcome outcome() {
    return outcome;
  }

  Instant feedbackReadAt() {
    return feedbackReadAt;
  }

  Instant cancelledAt() {
    return cancelledAt;
  }

  Instant enteredInErrorAt() {
    return enteredInErrorAt;
  }

  Status status() {
    return status;
  }

  List<ThreadEntry> thread() {
    return thread;
  }
}
