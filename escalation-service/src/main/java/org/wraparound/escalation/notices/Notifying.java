package org.wraparound.escalation.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.wraparound.escalation.communication.SafeCommunication;
import org.wraparound.escalation.communication.SafeCommunications;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.escalation.directory.OnCall;
import org.wraparound.escalation.directory.OnCallContact;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.journal.Journal;

/** Telling people and partner systems that something needs them. */
@ApplicationScoped
public class Notifying {
  private static final SafeCommunication NO_ARRANGEMENT =
      new SafeCommunication(false, Set.of(), Set.of(), Set.of());

  private static final int FIRST_TIER = 1;

  private final SafeCommunications communications;
  private final OnCall onCall;
  private final Notices notices;
  private final Journal journal;
  private final NoticesConfig config;
  private final Clock clock;

  Notifying(
      SafeCommunications communications,
      OnCall onCall,
      Notices notices,
      Journal journal,
      NoticesConfig config,
      Clock clock) {
    this.communications = communications;
    this.onCall = onCall;
    this.notices = notices;
    this.journal = journal;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Tells someone by each safe way that the directory has for them: their system by an event with
   * this transaction, themselves by an e-mail after it. What cannot be told is kept too, with the
   * reason.
   *
   * @return what came of it, never empty
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Telling.Outcome> tell(Telling telling) {
    SafeCommunication safe = communications.of(telling.personId()).orElse(NO_ARRANGEMENT);
    if (!isSafe(telling, safe)) {
      return List.of(withhold(telling, null, safe, NotTold.NOT_SAFE));
    }
    List<ContactPoint> ways = ways(telling);
    if (ways.isEmpty()) {
      return List.of(withhold(telling, null, safe, NotTold.NO_ADDRESS));
    }
    List<ContactPoint> used = new ArrayList<>();
    Predicate<ContactPoint> safeWay = way -> !safe.avoidKinds().contains(way.kind());
    first(ways, Notifying::isEmail, safeWay).ifPresent(used::add);
    first(ways, Notifying::isSystem, safeWay).ifPresent(used::add);
    return used.isEmpty()
        ? List.of(withhold(telling, ways.get(0), safe, NotTold.NOT_SAFE))
        : used.stream().map(way -> tell(telling, way, safe)).toList();
  }

  /**
   * Tells whoever is on call at the agency now, each by every safe way; where no rota names
   * anybody, its system alone.
   *
   * @param telling to the agency; its contact is not looked at
   * @param route on which the agency answers; empty where it answers on none
   * @return what came of it, never empty
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Telling.Outcome> tellWhoIsOnCall(Telling telling, Optional<Route> route) {
    List<OnCallContact> contacts =
        route
            .map(on -> onCall.at(telling.toAgency(), on, null, FIRST_TIER, clock.instant()))
            .orElse(List.of());
    return contacts.isEmpty()
        ? tell(telling.to(null))
        : contacts.stream().flatMap(contact -> tell(telling.to(contact)).stream()).toList();
  }

  private static boolean isSafe(Telling telling, SafeCommunication safe) {
    return !safe.avoids(telling.toAgency())
        && (telling.contact() == null
            || !safe.avoidContacts().contains(telling.contact().contactId()));
  }

  /** The ways that a notice can go; nobody is rung up from here. */
  private static List<ContactPoint> ways(Telling telling) {
    OnCallContact contact = telling.contact();
    return contact == null
        ? List.of(new ContactPoint(ContactPoint.Kind.SYSTEM, telling.toAgency()))
        : contact.points().stream().filter(way -> isEmail(way) || isSystem(way)).toList();
  }

  private static Optional<ContactPoint> first(
      List<ContactPoint> ways, Predicate<ContactPoint> kind, Predicate<ContactPoint> safe) {
    return ways.stream().filter(kind.and(safe)).findFirst();
  }

  private static boolean isEmail(ContactPoint way) {
    return switch (way.kind()) {
      case EMAIL, SECURE_EMAIL -> true;
      case PHONE, MOBILE, SYSTEM -> false;
    };
  }

  private static boolean isSystem(ContactPoint way) {
    return way.kind() == ContactPoint.Kind.SYSTEM;
  }

  private Telling.Outcome tell(Telling telling, ContactPoint way, SafeCommunication safe) {
    if (isEmail(way) && config.mailHost().isEmpty()) {
      return withhold(telling, way, safe, NotTold.NO_MAIL_SERVER);
    }
    Instant now = clock.instant();
    Notice notice = new Notice(telling, way, safe.discreet(), now);
    if (isSystem(way)) {
      notice.attempt(now, null);
      journal.append(notice.sent(now));
    } else {
      notice.queue(now);
    }
    return new Telling.Outcome(keep(notice), way.kind(), null);
  }

  private Telling.Outcome withhold(
      Telling telling, ContactPoint way, SafeCommunication safe, NotTold why) {
    Notice notice = new Notice(telling, way, safe.discreet(), clock.instant());
    notice.withhold(why);
    return new Telling.Outcome(keep(notice), notice.kind(), why);
  }

  private UUID keep(Notice notice) {
    notices.persist(notice);
    return notice.id();
  }
}
