package org.wraparound.escalation.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wraparound.escalation.directory.OnCall;
import org.wraparound.escalation.directory.OnCallContact;
import org.wraparound.escalation.disclosures.DisclosedContent;
import org.wraparound.escalation.disclosures.Disclosing;
import org.wraparound.escalation.disclosures.DisclosurePurpose;
import org.wraparound.escalation.disclosures.DisclosureRoute;
import org.wraparound.escalation.disclosures.Grounds;
import org.wraparound.escalation.disclosures.Ledger;
import org.wraparound.escalation.disclosures.Recipient;
import org.wraparound.escalation.disclosures.RecordReference;
import org.wraparound.escalation.notices.NotTold;
import org.wraparound.escalation.notices.NoticeWatcher;
import org.wraparound.escalation.notices.Notifying;
import org.wraparound.escalation.notices.Subject;
import org.wraparound.escalation.notices.Telling;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;

/**
 * Telling those who must answer an escalation, step by step up the ladder of its routing, until one
 * of them does. A step that nobody covers is passed over at once. Where no step is covered the
 * provider's own on-call is told, and where nobody is there either, the escalation is unreached and
 * it is looked again later.
 */
@ApplicationScoped
class Climbing {
  /** Falls due when the next step is to be taken for want of an acknowledgement. */
  static final String ACKNOWLEDGEMENT = "escalation-acknowledgement";

  /** Falls due when the next step is to be taken for want of a decision. */
  static final String DECISION = "escalation-decision";

  private static final int FIRST_TIER = 1;
  private static final int LAST_TIER = 5;

  private final Escalations escalations;
  private final AccessGrants grants;
  private final OnCall onCall;
  private final Notifying notifying;
  private final Ledger ledger;
  private final DueDates dueDates;
  private final Journal journal;
  private final ClocksConfig config;
  private final Clock clock;

  Climbing(
      Escalations escalations,
      AccessGrants grants,
      OnCall onCall,
      Notifying notifying,
      Ledger ledger,
      DueDates dueDates,
      Journal journal,
      ClocksConfig config,
      Clock clock) {
    this.escalations = escalations;
    this.grants = grants;
    this.onCall = onCall;
    this.notifying = notifying;
    this.ledger = ledger;
    this.dueDates = dueDates;
    this.journal = journal;
    this.config = config;
    this.clock = clock;
  }

  /** It has just been raised: whoever the first step names is told. */
  void begin(Escalation escalation, Circle circle, Instant now) {
    boolean atOnce = escalation.nextStepAt().filter(first -> !first.isAfter(now)).isPresent();
    runOn(escalation, !atOnce || goUp(escalation, circle, now), now);
  }

  /** A step's time is up. */
  void climb(UUID id, Unanswered because) {
    // locked, so that a notice that fails now does not take the same step
    Escalation escalation = escalations.lock(id);
    if (!escalation.waitsFor(because)) {
      return;
    }
    Instant now = clock.instant();
    Circle circle = circleOf(escalation);
    boolean forgotten = because == Unanswered.NOT_DECIDED && escalation.step() == 0;
    if (escalation.isUnreached()) {
      escalation.startsOver();
    } else {
      escalation.climb(because, now).ifPresent(journal::append);
    }
    boolean anybodyThere = goUp(escalation, circle, now);
    if (forgotten) {
      anybodyThere |= tellWhoAcknowledged(escalation, now);
    }
    runOn(escalation, anybodyThere, now);
  }

  /** Somebody took it on: the second clock runs instead of the first. */
  void acknowledged(Escalation escalation, Instant now) {
    dueDates.cancel(ACKNOWLEDGEMENT, escalation.id());
    runOn(escalation, true, now);
  }

  /** The clocks run again; where nobody could be told before, the next step is taken now. */
  void resumed(Escalation escalation, Instant now) {
    if (escalation.step() > 0 && !escalation.hasToldSomebody()) {
      dueDates.schedule(kindOf(escalation), escalation.id(), now);
    } else {
      runOn(escalation, true, now);
    }
  }

  /** The clock of a step that is waited for stops. */
  void stop(Escalation escalation) {
    dueDates.cancel(kindOf(escalation), escalation.id());
  }

  /** Sets the clock for the next step. */
  private void runOn(Escalation escalation, boolean anybodyThere, Instant now) {
    Optional<Instant> next = escalation.nextStepAt();
    if (escalation.isUnreached() && !anybodyThere) {
      next = Optional.of(now.plus(config.lookAgainAfter()));
    }
    next.ifPresentOrElse(
        at -> dueDates.schedule(kindOf(escalation), escalation.id(), at), () -> stop(escalation));
  }

  private static String kindOf(Escalation escalation) {
    return escalation.isAcknowledged() ? DECISION : ACKNOWLEDGEMENT;
  }

  /**
   * Takes the next step, and those above it until one is covered.
   *
   * @return whether anybody was on call at one of them, though perhaps out of reach
   */
  private boolean goUp(Escalation escalation, Circle circle, Instant now) {
    boolean anybodyThere = false;
    while (escalation.hasNextStep()) {
      Reach reach = tell(escalation, escalation.takeNextStep(), circle, now);
      if (reach == Reach.TOLD) {
        escalation.reachesSomebody(now);
        return true;
      }
      anybodyThere |= reach == Reach.OUT_OF_REACH;
    }
    if (escalation.hasToldSomebody()) {
      return true;
    }
    if (escalation.takeLastResort()) {
      Reach reach = tellProvider(escalation, now);
      if (reach == Reach.TOLD) {
        escalation.reachesSomebody(now);
        return true;
      }
      anybodyThere |= reach == Reach.OUT_OF_REACH;
    }
    escalation.reachesNobody(now);
    return anybodyThere;
  }

  /** What came of a step. */
  private enum Reach {
    TOLD,
    /** Someone was on call, and could not be told. */
    OUT_OF_REACH,
    NOBODY
  }

  private Reach tell(Escalation escalation, Rule.Step step, Circle circle, Instant now) {
    Route route = step.route() == null ? escalation.route() : step.route();
    Optional<String> agency =
        step.route() == null
            ? Optional.ofNullable(escalation.recipientAgency())
            : circle.agencyOn(route);
    if (agency.isEmpty()) {
      return nobody(
          escalation, step.tier(), null, NotTold.AGENCY_NOT_IN_CIRCLE, route.agencyType(), now);
    }
    List<OnCallContact> contacts =
        onCall.at(agency.get(), route, escalation.setting(), step.tier(), now);
    return contacts.isEmpty()
        ? nobody(escalation, step.tier(), agency.get(), NotTold.NOBODY_ON_CALL, null, now)
        : tell(escalation, step.tier(), agency.get(), contacts, now);
  }

  /** Whoever is on call at the provider, of the lowest tier that is covered. */
  private Reach tellProvider(Escalation escalation, Instant now) {
    String provider = escalation.agency();
    for (int tier = FIRST_TIER; tier <= LAST_TIER; tier++) {
      List<OnCallContact> contacts =
          onCall.at(provider, Route.ON_CALL_MANAGER, escalation.setting(), tier, now);
      if (!contacts.isEmpty()) {
        return tell(escalation, tier, provider, contacts, now);
      }
    }
    return nobody(escalation, null, provider, NotTold.NOBODY_ON_CALL, null, now);
  }

  /**
   * Whoever took it on and forgot it is told too. The record knows them by their sign-in, which the
   * directory does not: so whoever of their agency is on call is told, unless the first step did.
   */
  private boolean tellWhoAcknowledged(Escalation escalation, Instant now) {
    String agency = escalation.acknowledgedAgency();
    if (escalation.hasTold(agency)) {
      return true;
    }
    Route route = agency.equals(escalation.agency()) ? Route.ON_CALL_MANAGER : escalation.route();
    List<OnCallContact> contacts = onCall.at(agency, route, escalation.setting(), FIRST_TIER, now);
    Reach reach =
        contacts.isEmpty()
            ? nobody(escalation, FIRST_TIER, agency, NotTold.NOBODY_ON_CALL, null, now)
            : tell(escalation, FIRST_TIER, agency, contacts, now);
    if (reach == Reach.TOLD) {
      escalation.reachesSomebody(now);
    }
    return reach != Reach.NOBODY;
  }

  private Reach tell(
      Escalation escalation, int tier, String agency, List<OnCallContact> contacts, Instant now) {
    boolean told = false;
    for (OnCallContact contact : contacts) {
      List<Telling.Outcome> outcomes =
          notifying.tell(
              new Telling(
                  Subject.ESCALATION,
                  escalation.id(),
                  escalation.reference(),
                  escalation.personId(),
                  escalation.agency(),
                  agency,
                  contact,
                  escalation.about(),
                  escalation.isAcknowledged()
                      ? escalation.decideBy()
                      : escalation.acknowledgeBy()));
      for (Telling.Outcome outcome : outcomes) {
        LogEntry entry = LogEntry.ofTelling(now, tier, agency, contact, outcome);
        escalation.tells(entry);
        if (entry.kind() == LogEntry.Kind.TOLD) {
          disclose(escalation, entry, now);
        }
        told |= entry.isTold();
      }
    }
    return told ? Reach.TOLD : Reach.OUT_OF_REACH;
  }

  /** That another agency was told of it is a disclosure, on the ground of the threshold. */
  void disclose(Escalation escalation, LogEntry told, Instant now) {
    if (told.toAgency().equals(escalation.agency())) {
      return;
    }
    ledger.record(
        new Disclosing(
            escalation.personId(),
            escalation.agency(),
            Recipient.agency(told.toAgency()),
            List.of(DisclosedContent.ESCALATION),
            List.of(new RecordReference(RecordReference.Kind.ESCALATION, escalation.id())),
            DisclosurePurpose.ESCALATION,
            Grounds.ofThreshold(escalation.ruleCode()),
            DisclosureRoute.valueOf(told.by().name()),
            now,
            null));
  }

  private static Reach nobody(
      Escalation escalation,
      Integer tier,
      String agency,
      NotTold why,
      String agencyType,
      Instant now) {
    // while it is looked again and again whether anybody is there, it is said once that nobody was
    if (!escalation.isUnreached()) {
      escalation.tells(LogEntry.ofNobody(now, tier, agency, why, agencyType));
    }
    return Reach.NOBODY;
  }

  private Circle circleOf(Escalation escalation) {
    return new Circle(escalation.agency(), grants.of(escalation.personId()));
  }

  /** Not acknowledged in time. */
  @ApplicationScoped
  static class Acknowledgement implements DueDateHandler {
    private final Climbing climbing;

    Acknowledgement(Climbing climbing) {
      this.climbing = climbing;
    }

    @Override
    public String kind() {
      return ACKNOWLEDGEMENT;
    }

    @Override
    public void fallDue(DueDate due) {
      climbing.climb(due.subjectId(), Unanswered.NOT_ACKNOWLEDGED);
    }
  }

  /** Acknowledged, and then forgotten. */
  @ApplicationScoped
  static class Deciding implements DueDateHandler {
    private final Climbing climbing;

    Deciding(Climbing climbing) {
      this.climbing = climbing;
    }

    @Override
    public String kind() {
      return DECISION;
    }

    @Override
    public void fallDue(DueDate due) {
      climbing.climb(due.subjectId(), Unanswered.NOT_DECIDED);
    }
  }

  /** A notice has gone out, or could not be sent: then, unless others were told, it climbs. */
  @ApplicationScoped
  static class Noticed implements NoticeWatcher {
    private final Escalations escalations;
    private final Climbing climbing;

    Noticed(Escalations escalations, Climbing climbing) {
      this.escalations = escalations;
      this.climbing = climbing;
    }

    @Override
    public Subject subject() {
      return Subject.ESCALATION;
    }

    @Override
    public void settled(UUID noticeId, NotTold why, Instant at) {
      LogEntry entry = escalations.entryOf(noticeId);
      // locked, so that of two notices that fail at the same time the later one sees the other
      Escalation escalation = escalations.lock(entry.escalationId());
      entry.settle(why, at);
      if (why == null) {
        climbing.disclose(escalation, entry, at);
      } else if (escalation.hangsOn(entry)) {
        climbing.climb(escalation.id(), Unanswered.NOT_REACHED);
      }
    }
  }
}
