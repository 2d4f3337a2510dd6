package org.wraparound.actionplan.actions;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.wraparound.actionplan.actions.ActionEvent.ActionAgreed;
import org.wraparound.actionplan.actions.ActionEvent.ActionAmended;
import org.wraparound.actionplan.actions.ActionEvent.ActionCheckDue;
import org.wraparound.actionplan.actions.ActionEvent.ActionCompleted;
import org.wraparound.actionplan.actions.ActionEvent.ActionDeclined;
import org.wraparound.actionplan.actions.ActionEvent.ActionMilestoneReached;
import org.wraparound.actionplan.actions.ActionEvent.ActionOverdue;
import org.wraparound.actionplan.actions.ActionEvent.ActionProposed;
import org.wraparound.actionplan.actions.ActionEvent.ActionReassigned;
import org.wraparound.actionplan.actions.ActionEvent.ActionReopened;
import org.wraparound.actionplan.actions.ActionEvent.ActionReviewDue;
import org.wraparound.actionplan.actions.ActionEvent.ActionReviewed;
import org.wraparound.actionplan.actions.ActionEvent.ActionStarted;
import org.wraparound.actionplan.actions.ActionEvent.ActionVerified;
import org.wraparound.actionplan.actions.ActionEvent.ActionWithdrawn;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.London;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/**
 * One thing that an agency will have done by a day. Asked is not agreed: it is a proposal until a
 * named person of the agency takes it on, and is one again when another agency changes its terms.
 * Done is not closed: the owner completes it with evidence, and someone else checks whether it
 * achieved what was intended; if not, it is to be done again, or another action takes on the rest.
 */
@Entity
@Table(name = "action")
public class Action extends PersonRecord {
  @Column(name = "plan_id", updatable = false)
  private UUID planId;

  @Column(updatable = false)
  private String reference;

  @Embedded private Terms terms;
  @Embedded private Origin origin;

  @Column(name = "owner_agency")
  private String ownerAgency;

  @Column(name = "owner_agency_missing")
  private String ownerAgencyMissing;

  @Column(name = "owner_name")
  private String ownerName;

  @Column(name = "owner_user")
  private String ownerUserId;

  @Column(name = "follows_up", updatable = false)
  private UUID followsUp;

  @Column(name = "proposed_at", updatable = false)
  private Instant proposedAt;

  @Column(name = "proposed_by_agency", updatable = false)
  private String proposedByAgency;

  @Column(name = "agreed_at")
  private Instant agreedAt;

  @Column(name = "agreed_by_agency")
  private String agreedByAgency;

  @Column(name = "agreed_by")
  private String agreedBy;

  @Column(name = "first_agreed_at")
  private Instant firstAgreedAt;

  @Column(name = "declined_at")
  private Instant declinedAt;

  @Column(name = "declined_by_agency")
  private String declinedByAgency;

  @Column(name = "decline_reason")
  private String declineReason;

  @Column(name = "reassignment_reason")
  private String reassignmentReason;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "completed_at")
  private Instant completedAt;

  @Column(name = "completed_by_agency")
  private String completedByAgency;

  @Column(name = "completed_by")
  private String completedBy;

  @Column(name = "check_again_on")
  private LocalDate checkAgainOn;

  @Enumerated(EnumType.STRING)
  private Impact impact;

  @Column(name = "verified_at")
  private Instant verifiedAt;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Column(name = "withdrawn_by_agency")
  private String withdrawnByAgency;

  @Column(name = "withdrawal_reason")
  private String withdrawalReason;

  @Column(name = "overdue_told_at")
  private Instant overdueToldAt;

  // The database derives it from the columns above as status() does, for queries to filter, count
  // and index by; it is stale in memory until the action is read again.
  @SuppressWarnings("UnusedVariable")
  @Enumerated(EnumType.STRING)
  @Column(name = "status", insertable = false, updatable = false)
  private ActionStatus status;

  @ElementCollection
  @CollectionTable(name = "action_milestone", joinColumns = @JoinColumn(name = "action_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  @BatchSize(size = 200)
  private List<Milestone> milestones = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "action_review_point", joinColumns = @JoinColumn(name = "action_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  @BatchSize(size = 200)
  private List<ReviewPoint> reviewPoints = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "action_dependency", joinColumns = @JoinColumn(name = "action_id"))
  @Column(name = "depends_on")
  @BatchSize(size = 200)
  private Set<UUID> dependsOn = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "action_evidence", joinColumns = @JoinColumn(name = "action_id"))
  @OrderColumn(name = "position")
  @BatchSize(size = 200)
  private List<Evidence> evidence = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "action_check", joinColumns = @JoinColumn(name = "action_id"))
  @OrderColumn(name = "position")
  @BatchSize(size = 200)
  private List<Check> checks = new ArrayList<>();

  Action() {}

  /**
   * An action as it is put into a plan: agreed at once when the agency that is to do it words it
   * and names who does it, else a proposal.
   *
   * @param origin null when it is worded by hand
   * @param followsUp the action whose outcome was not achieved and which this one takes on, or null
   */
  Action(
      OwningPlan plan,
      String reference,
      Terms terms,
      Owner owner,
      Course course,
      Origin origin,
      UUID followsUp,
      Caller by,
      Instant at) {
    super(Ids.next(), plan.personId(), plan.provider());
    this.planId = plan.id();
    this.reference = reference;
    this.terms = terms;
    this.ownerAgency = owner.agency();
    this.ownerAgencyMissing = owner.missing();
    this.ownerName = owner.name();
    this.ownerUserId = owner.userId();
    this.origin = origin;
    this.followsUp = followsUp;
    this.proposedAt = at;
    this.proposedByAgency = by.agency();
    take(course);
    if (owner.name() != null && isOwnedBy(by)) {
      agree(by, at);
    }
  }

  /** It was put into the plan: agreed, or asked of an agency. */
  ActionEvent added() {
    return isAgreed()
        ? new ActionAgreed(particulars(), agreedAt)
        : new ActionProposed(particulars(), proposedAt);
  }

  /**
   * The agency it is asked of takes it on, also after it did not at first.
   *
   * @param who the person who does it
   * @param role their role, or null when it is as proposed
   * @throws ProblemException 403 for another agency, 409 when it is agreed or done already
   */
  ActionAgreed accept(Owner who, String role, Caller caller, Instant at) {
    requireOwner("accept", caller);
    requireStatus(
        "accepted",
        status() == ActionStatus.PROPOSED || status() == ActionStatus.DECLINED,
        "Only an action that is proposed or was declined can be accepted.");
    ownerName = who.name();
    ownerUserId = who.userId();
    terms = role == null ? terms : terms.by(role);
    return agree(caller, at);
  }

  /**
   * The agency it is asked of does not take it on.
   *
   * @throws ProblemException 403 for another agency, 409 unless it is proposed
   */
  ActionDeclined decline(String reason, Caller caller, Instant at) {
    requireOwner("decline", caller);
    requireStatus(
        "declined",
        status() == ActionStatus.PROPOSED,
        "Only a proposed action can be declined; one that was agreed is withdrawn.");
    declinedAt = at;
    declinedByAgency = caller.agency();
    declineReason = reason;
    return new ActionDeclined(id, planId, personId, ownerAgency, at);
  }

  /**
   * It is handed on, to another agency or to another person of the same. The owning agency hands it
   * on among its own people, and it stays agreed; the plan's provider and who proposed it ask it of
   * any agency, which has to agree.
   *
   * @param to the new owner; its name may be null where it is to be agreed
   * @param role the new owner's role, or null when it stays
   * @throws ProblemException 403 for anyone else, 409 when it is done or withdrawn, 422 when the
   *     owning agency names nobody of its own
   */
  ActionReassigned reassign(Owner to, String role, String reason, Caller caller, Instant at) {
    boolean withinAgency = isOwnedBy(caller) && to.agency().equals(ownerAgency);
    if (!withinAgency && !isDraftedBy(caller)) {
      throw ProblemException.forbidden(
          isOwnedBy(caller)
              ? "You hand it on inside your agency only: decline it, and %s asks another."
                  .formatted(agency)
              : "Only %s, who proposed it or owns it hands it on.".formatted(agency));
    }
    requireStatus("handed on", isLive(), "It is no longer to be done.");
    if (withinAgency && to.name() == null) {
      throw ProblemException.invalid("ownerName", "name the colleague who is to do it");
    }
    if (!to.agency().equals(ownerAgency)) {
      startedAt = null;
    }
    ownerAgency = to.agency();
    ownerAgencyMissing = null;
    ownerName = to.name();
    ownerUserId = to.userId();
    terms = role == null ? terms : terms.by(role);
    reassignmentReason = reason;
    propose();
    if (to.name() != null && isOwnedBy(caller)) {
      agree(caller, at);
    }
    return new ActionReassigned(id, planId, personId, ownerAgency, at);
  }

  /** An agency of the type that was missing has joined the circle and is asked from now on. */
  ActionReassigned handOver(String joined, Instant at) {
    ownerAgency = joined;
    ownerAgencyMissing = null;
    ownerName = null;
    ownerUserId = null;
    startedAt = null;
    propose();
    return new ActionReassigned(id, planId, personId, ownerAgency, at);
  }

  /**
   * Its terms change. Changed by the owning agency, they are agreed; by another, they are proposed
   * until the owner agrees again. Milestones reached and review points answered stay.
   *
   * @param who who does it; a null name leaves who it is
   * @throws ProblemException 403 for who is neither of the plan's provider, nor of the owner, nor
   *     of who proposed it; 409 when it is no longer to be done
   */
  ActionAmended amend(Terms changed, Owner who, Course course, Caller caller, Instant at) {
    if (!isOwnedBy(caller) && !isDraftedBy(caller)) {
      throw ProblemException.forbidden(
          "Only %s, who proposed it or owns it changes its terms.".formatted(agency));
    }
    requireStatus("changed", isLive(), "It is no longer to be done.");
    if (!changed.dueOn().equals(terms.dueOn())) {
      overdueToldAt = null;
    }
    terms = changed;
    if (who.name() != null) {
      ownerName = who.name();
      ownerUserId = who.userId();
    }
    take(course);
    propose();
    if (ownerName != null && isOwnedBy(caller)) {
      agree(caller, at);
    }
    return new ActionAmended(id, planId, personId, ownerAgency, terms.dueOn(), status(), at);
  }

  /**
   * Its day is moved later; what was agreed of it otherwise stands.
   *
   * @return the day it was
   * @throws ProblemException 409 when it is no longer to be done, 422 when the day is not later
   */
  public LocalDate extend(LocalDate to) {
    requireStatus("extended", isLive(), "It is no longer to be done.");
    if (!to.isAfter(terms.dueOn())) {
      throw ProblemException.invalid("to", "give a day after " + terms.dueOn());
    }
    LocalDate before = terms.dueOn();
    terms = terms.due(to);
    overdueToldAt = null;
    return before;
  }

  /**
   * The owner begins; a proposal is taken on by it, in the name given, or in that of who does so.
   *
   * @param first those it depends on that are still to be done
   * @throws ProblemException 403 for another agency, 409 unless it is proposed or open, or while
   *     others have to be done first
   */
  List<ActionEvent> start(String name, List<Action> first, Caller caller, Instant at) {
    requireOwner("start", caller);
    requireStatus(
        "started",
        status() == ActionStatus.PROPOSED || status() == ActionStatus.OPEN,
        "Only a proposed or open action can be started.");
    requireDone("started", first);
    List<ActionEvent> events = takenOn(name, caller, at);
    startedAt = at;
    events.add(new ActionStarted(id, planId, personId, ownerAgency, at));
    return events;
  }

  /**
   * The owner shows that it is done; a proposal is taken on by it.
   *
   * @param first those it depends on that are still to be done
   * @throws ProblemException 403 for another agency than the owner's, 409 unless it is proposed,
   *     open or started, or while others have to be done first
   */
  List<ActionEvent> complete(
      List<Evidence> shown, String name, List<Action> first, Caller caller, Instant at) {
    requireOwner("complete", caller);
    requireStatus(
        "completed",
        isLive() && status() != ActionStatus.DECLINED,
        "Only a proposed, open or started action can be completed.");
    requireDone("completed", first);
    List<ActionEvent> events = takenOn(name, caller, at);
    evidence.addAll(shown);
    completedAt = at;
    completedByAgency = caller.agency();
    completedBy = caller.userId();
    events.add(new ActionCompleted(id, planId, personId, ownerAgency, at));
    return events;
  }

  /**
   * @throws ProblemException 409 unless it is completed, 403 for who completed or owns it
   */
  void requireCheckableBy(Caller caller) {
    requireStatus(
        "verified",
        status() == ActionStatus.COMPLETED,
        "Only a completed action can be verified: first its owner completes it with evidence.");
    if (caller.userId().equals(completedBy) || caller.userId().equals(ownerUserId)) {
      throw ProblemException.forbidden(
          "You own or completed this action; someone else has to check whether it worked.");
    }
  }

  /**
   * Someone other than the owner checks whether it achieved what was intended. ACHIEVED closes it;
   * partly or not achieved, it is to be done again, unless another action takes on the rest; too
   * early to say, it waits for another check.
   *
   * @param again day for another check, where it is too early to say
   * @param followUpId the action that takes on what was not achieved, or null to reopen this one
   * @throws ProblemException 403 for who completed or owns it, 409 unless it is completed
   */
  List<ActionEvent> verify(
      Impact impact, String finding, LocalDate again, UUID followUpId, Caller caller, Instant at) {
    requireCheckableBy(caller);
    checks.add(new Check(impact, finding, again, followUpId, at, caller.agency(), caller.userId()));
    checkAgainOn = again;
    ActionVerified verified = new ActionVerified(id, planId, personId, impact, followUpId, at);
    this.impact = impact;
    if (impact == Impact.TOO_EARLY_TO_SAY) {
      return List.of(verified);
    }
    if (impact == Impact.ACHIEVED || followUpId != null) {
      verifiedAt = at;
      return List.of(verified);
    }
    completedAt = null;
    completedByAgency = null;
    completedBy = null;
    return List.of(verified, new ActionReopened(id, planId, personId, ownerAgency, at));
  }

  /**
   * It will not be done.
   *
   * @throws ProblemException 403 unless a manager of the provider, or the agency that owns or
   *     proposed it says so, 409 when it is verified or withdrawn already
   */
  ActionWithdrawn withdraw(String reason, Caller caller, Instant at) {
    requireStatus(
        "withdrawn", !status().isSettled(), "A verified or withdrawn action stays as it is.");
    boolean managesProvider = agency.equals(caller.agency()) && caller.is("manager");
    boolean proposedIt = !agency.equals(caller.agency()) && isDraftedBy(caller);
    if (!managesProvider && !proposedIt && !isOwnedBy(caller)) {
      throw ProblemException.forbidden(
          "Only a manager of %s, who proposed it, or the agency that owns the action, %s, can withdraw it."
              .formatted(agency, ownerAgency));
    }
    withdrawnAt = at;
    withdrawnByAgency = caller.agency();
    withdrawalReason = reason;
    checkAgainOn = null;
    return new ActionWithdrawn(id, planId, personId, ownerAgency, at);
  }

  /**
   * A step towards it is made.
   *
   * @param position of the milestone, from 1
   * @throws ProblemException 404 where there is none, 403 for another agency than the owner's, 409
   *     when it was reached before, or the action is neither open nor started
   */
  ActionMilestoneReached reach(int position, Caller caller, Instant at) {
    if (position < 1 || position > milestones.size()) {
      throw ProblemException.of(
          ProblemType.NOT_FOUND,
          "%s has no milestone %d; it has %d.".formatted(reference, position, milestones.size()));
    }
    requireOwner("move on", caller);
    requireStatus(
        "moved on",
        status() == ActionStatus.OPEN || status() == ActionStatus.STARTED,
        "Milestones of an open or started action are reached.");
    Milestone milestone = milestones.get(position - 1);
    if (milestone.isReached()) {
      throw ProblemException.conflict(
          "Milestone %d of %s was reached before.".formatted(position, reference));
    }
    milestones.set(position - 1, milestone.reached(caller, at));
    return new ActionMilestoneReached(id, planId, personId, position, at);
  }

  /**
   * It is looked at whether it is on track. Answers each review point whose day has come, or else
   * the next one.
   *
   * @throws ProblemException 409 when no review point waits for an answer, or it is not to be done
   */
  ActionReviewed review(boolean onTrack, String finding, Caller caller, Instant at) {
    requireStatus("reviewed", isLive(), "Only what is still to be done is reviewed.");
    LocalDate today = London.dayOf(at);
    boolean anyHasCome =
        answers(point -> !point.isAnswered() && point.hasCome(today), onTrack, finding, caller, at);
    if (!anyHasCome) {
      LocalDate next =
          reviewPoints.stream()
              .filter(point -> !point.isAnswered())
              .map(ReviewPoint::reviewOn)
              .findFirst()
              .orElseThrow(
                  () ->
                      ProblemException.conflict(
                          "%s has no review point without an answer; set one by PUT."
                              .formatted(reference)));
      answers(
          point -> !point.isAnswered() && point.reviewOn().equals(next),
          onTrack,
          finding,
          caller,
          at);
    }
    return new ActionReviewed(id, planId, personId, onTrack, at);
  }

  private boolean answers(
      Predicate<ReviewPoint> which, boolean onTrack, String finding, Caller caller, Instant at) {
    boolean any = reviewPoints.stream().anyMatch(which);
    reviewPoints.replaceAll(
        point -> which.test(point) ? point.answered(onTrack, finding, caller, at) : point);
    return any;
  }

  /** The day of the next review point that is still to be told, while it is to be done. */
  Optional<LocalDate> nextReviewDay() {
    return isLive()
        ? reviewPoints.stream()
            .filter(ReviewPoint::isAwaited)
            .map(ReviewPoint::reviewOn)
            .min(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** The day of a review point has come: the others are told, once. */
  Optional<ActionReviewDue> tellReviewDue(LocalDate today, Instant at) {
    Optional<LocalDate> day = nextReviewDay().filter(next -> !next.isAfter(today));
    reviewPoints.replaceAll(
        point -> isLive() && point.isAwaited() && point.hasCome(today) ? point.told(at) : point);
    return day.map(on -> new ActionReviewDue(id, planId, personId, ownerAgency, on, at));
  }

  /** The day has come to repeat the check, unless it is done already. */
  Optional<ActionCheckDue> tellCheckDue(LocalDate today, Instant at) {
    return status() == ActionStatus.COMPLETED
            && checkAgainOn != null
            && !checkAgainOn.isAfter(today)
        ? Optional.of(new ActionCheckDue(id, planId, personId, ownerAgency, checkAgainOn, at))
        : Optional.empty();
  }

  /** Its day has ended: the others are told, once, if it is still to be done. */
  public Optional<ActionOverdue> tellOverdue(LocalDate today, Instant at) {
    if (!isOverdue(today) || overdueToldAt != null) {
      return Optional.empty();
    }
    overdueToldAt = at;
    return Optional.of(new ActionOverdue(id, planId, personId, ownerAgency, terms.dueOn(), at));
  }

  /**
   * What is agreed of it now.
   *
   * @param change how it came to be so
   */
  public Agreement agreement(Change change) {
    return new Agreement(
        id,
        reference,
        status(),
        terms.title(),
        terms.party(),
        ownerAgency,
        terms.ownerRole(),
        ownerName,
        terms.dueOn(),
        terms.evidenceRequired(),
        terms.intendedOutcome(),
        terms.measure(),
        terms.target(),
        terms.outcomeDomain(),
        terms.priority(),
        terms.answers(),
        milestones.stream()
            .map(step -> new Agreement.AgreedMilestone(step.title(), step.dueOn()))
            .toList(),
        reviewDays(),
        dependsOn(),
        followsUp,
        switch (change) {
          case DECLINED -> declineReason;
          case REASSIGNED -> reassignmentReason;
          case WITHDRAWN -> withdrawalReason;
          case ADDED, AMENDED, ACCEPTED, EXTENDED -> null;
        });
  }

  /** Where it stands. */
  public ActionStatus status() {
    if (withdrawnAt != null) {
      return ActionStatus.WITHDRAWN;
    }
    if (verifiedAt != null) {
      return ActionStatus.VERIFIED;
    }
    if (completedAt != null) {
      return ActionStatus.COMPLETED;
    }
    if (declinedAt != null) {
      return ActionStatus.DECLINED;
    }
    if (!isAgreed()) {
      return ActionStatus.PROPOSED;
    }
    return startedAt == null ? ActionStatus.OPEN : ActionStatus.STARTED;
  }

  /** Whether it is still to be done, and so can be late. */
  public boolean isLive() {
    return status().isLive();
  }

  /** Whether its day has ended and it is still to be done. */
  public boolean isOverdue(LocalDate today) {
    return isLive() && terms.dueOn().isBefore(today);
  }

  /** When it was verified or withdrawn; null while it is neither. */
  public Instant closedAt() {
    return verifiedAt != null ? verifiedAt : withdrawnAt;
  }

  /** Whether this user owns it, completed it or checked it, and so does not audit it. */
  public boolean isWorkOf(String userId) {
    return userId.equals(ownerUserId)
        || userId.equals(completedBy)
        || checks.stream().anyMatch(check -> check.checkedBy().equals(userId));
  }

  /** Whether an owner has agreed to it, now or before its terms were changed. */
  boolean wasEverAgreed() {
    return firstAgreedAt != null;
  }

  /** Whether it is of the plan's provider or of the agency that proposed it. */
  private boolean isDraftedBy(Caller caller) {
    return agency.equals(caller.agency()) || proposedByAgency.equals(caller.agency());
  }

  private boolean isOwnedBy(Caller caller) {
    return ownerAgency.equals(caller.agency());
  }

  private boolean isAgreed() {
    return agreedAt != null;
  }

  private ActionAgreed agree(Caller caller, Instant at) {
    declinedAt = null;
    declinedByAgency = null;
    declineReason = null;
    agreedAt = at;
    agreedByAgency = caller.agency();
    agreedBy = caller.userId();
    firstAgreedAt = firstAgreedAt == null ? at : firstAgreedAt;
    return new ActionAgreed(particulars(), at);
  }

  private void propose() {
    declinedAt = null;
    declinedByAgency = null;
    declineReason = null;
    agreedAt = null;
    agreedByAgency = null;
    agreedBy = null;
  }

  /** Who does it has taken it on, if nobody had. */
  private List<ActionEvent> takenOn(String name, Caller caller, Instant at) {
    List<ActionEvent> events = new ArrayList<>();
    if (!isAgreed()) {
      if (name != null || ownerName == null) {
        ownerName = name == null ? caller.userId() : name;
        ownerUserId = caller.userId();
      }
      events.add(agree(caller, at));
    }
    return events;
  }

  private void take(Course course) {
    List<Milestone> reached = milestones.stream().filter(Milestone::isReached).toList();
    List<ReviewPoint> past = reviewPoints.stream().filter(point -> !point.isAwaited()).toList();
    List<Milestone> steps =
        Stream.concat(
                reached.stream(),
                course.milestones().stream()
                    .filter(step -> reached.stream().noneMatch(step::isThatOf)))
            .sorted(Comparator.comparing(Milestone::dueOn))
            .toList();
    List<ReviewPoint> points =
        Stream.concat(
                past.stream(),
                course.reviewDays().stream()
                    .distinct()
                    .filter(day -> past.stream().noneMatch(point -> point.reviewOn().equals(day)))
                    .map(ReviewPoint::on))
            .sorted(Comparator.comparing(ReviewPoint::reviewOn))
            .toList();
    milestones.clear();
    milestones.addAll(steps);
    reviewPoints.clear();
    reviewPoints.addAll(points);
    dependsOn.clear();
    dependsOn.addAll(course.dependsOn());
  }

  private ActionEvent.Particulars particulars() {
    return new ActionEvent.Particulars(
        id,
        reference,
        planId,
        personId,
        terms.party(),
        ownerAgency,
        terms.ownerRole(),
        terms.dueOn(),
        terms.outcomeDomain(),
        origin == null ? null : origin.template(),
        origin == null ? null : origin.escalationId());
  }

  /** Reference to say on the phone. */
  public String reference() {
    return reference;
  }

  /** Where it is found. */
  public URI uri() {
    return uri(id);
  }

  /** Where the action of that id is found. */
  public static URI uri(UUID actionId) {
    return URI.create("/v1/actions/" + actionId);
  }

  /** The plan it belongs to. */
  public UUID planId() {
    return planId;
  }

  /** What will be done; text from people: never logged, never on the bus. */
  public String title() {
    return terms.title();
  }

  /** Whose action it is. */
  public Party party() {
    return terms.party();
  }

  /** Code of the agency that does it. */
  public String ownerAgency() {
    return ownerAgency;
  }

  /** The person who does it; null until it is known, proposed until it is agreed. */
  public String ownerName() {
    return ownerName;
  }

  /** That person's role, from the list owner-role. */
  public String ownerRole() {
    return terms.ownerRole();
  }

  /** Last day to do it, Europe/London. */
  public LocalDate dueOn() {
    return terms.dueOn();
  }

  /** What will show that it is done; text from people: never logged, never on the bus. */
  public String evidenceRequired() {
    return terms.evidenceRequired();
  }

  /** The next day on which it is to be looked at whether it is on track, Europe/London; or null. */
  public LocalDate nextReviewOn() {
    return reviewPoints.stream()
        .filter(point -> !point.isAnswered())
        .map(ReviewPoint::reviewOn)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  OwningPlan plan() {
    return new OwningPlan(planId, personId, agency);
  }

  Terms terms() {
    return terms;
  }

  /** Null when it was worded by hand. */
  Origin origin() {
    return origin;
  }

  String ownerAgencyMissing() {
    return ownerAgencyMissing;
  }

  String ownerUserId() {
    return ownerUserId;
  }

  UUID followsUp() {
    return followsUp;
  }

  Instant proposedAt() {
    return proposedAt;
  }

  String proposedByAgency() {
    return proposedByAgency;
  }

  Instant agreedAt() {
    return agreedAt;
  }

  String agreedByAgency() {
    return agreedByAgency;
  }

  String agreedBy() {
    return agreedBy;
  }

  Instant declinedAt() {
    return declinedAt;
  }

  String declinedByAgency() {
    return declinedByAgency;
  }

  String declineReason() {
    return declineReason;
  }

  String reassignmentReason() {
    return reassignmentReason;
  }

  /** When it was begun, or null. */
  public Instant startedAt() {
    return startedAt;
  }

  /** When its owner said that it is done; null until then, and again after a reopening. */
  public Instant completedAt() {
    return completedAt;
  }

  String completedByAgency() {
    return completedByAgency;
  }

  String completedBy() {
    return completedBy;
  }

  LocalDate checkAgainOn() {
    return checkAgainOn;
  }

  /** What the latest check found; null before the first. */
  Impact impact() {
    return impact;
  }

  /** When it was seen to have worked, or null. */
  public Instant verifiedAt() {
    return verifiedAt;
  }

  Instant withdrawnAt() {
    return withdrawnAt;
  }

  String withdrawnByAgency() {
    return withdrawnByAgency;
  }

  String withdrawalReason() {
    return withdrawalReason;
  }

  List<Milestone> milestones() {
    return List.copyOf(milestones);
  }

  List<ReviewPoint> reviewPoints() {
    return List.copyOf(reviewPoints);
  }

  List<LocalDate> reviewDays() {
    return reviewPoints.stream().map(ReviewPoint::reviewOn).toList();
  }

  List<UUID> dependsOn() {
    return dependsOn.stream().sorted().toList();
  }

  List<Evidence> evidence() {
    return List.copyOf(evidence);
  }

  List<Check> checks() {
    return List.copyOf(checks);
  }

  private void requireOwner(String transition, Caller caller) {
    if (!isOwnedBy(caller)) {
      throw ProblemException.forbidden(
          "Only the agency that owns the action, %s, can %s it."
              .formatted(ownerAgency, transition));
    }
  }

  private void requireDone(String transition, List<Action> first) {
    if (!first.isEmpty()) {
      throw ProblemException.conflict(
          "%s cannot be %s before what it depends on is done: %s."
              .formatted(
                  reference,
                  transition,
                  String.join(", ", first.stream().map(Action::reference).toList())),
          first.stream().map(Action::uri).toArray(URI[]::new));
    }
  }

  private void requireStatus(String transition, boolean allowed, String rule) {
    if (!allowed) {
      throw ProblemException.conflict(
          "%s is %s and cannot be %s. %s".formatted(reference, status(), transition, rule));
    }
  }
}
