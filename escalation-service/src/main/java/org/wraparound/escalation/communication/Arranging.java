package org.wraparound.escalation.communication;

import static org.wraparound.escalation.communication.SafeCommunications.REVIEW_OVERDUE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.wraparound.escalation.CallersCircle;
import org.wraparound.kit.Caller;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/** Arranging, and reading, how a person is safely told about. */
@ApplicationScoped
class Arranging {
  private final Arrangements arrangements;
  private final SafeCommunications inForce;
  private final CallersCircle circle;
  private final Provenance provenance;
  private final DueDates dueDates;
  private final Journal journal;
  private final Clock clock;

  Arranging(
      Arrangements arrangements,
      SafeCommunications inForce,
      CallersCircle circle,
      Provenance provenance,
      DueDates dueDates,
      Journal journal,
      Clock clock) {
    this.arrangements = arrangements;
    this.inForce = inForce;
    this.circle = circle;
    this.provenance = provenance;
    this.dueDates = dueDates;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A new version takes the place of the one in force, if there is one.
   *
   * @throws ProblemException 403, 404, 409, 412, 422, 428
   */
  @Transactional
  Arrangement arrange(UUID personId, String ifMatch, ArrangeSafeCommunication arranged) {
    Caller caller = circle.seeingAllOf(personId);
    mustNotBeGuardedAgainst(personId);
    Instant now = clock.instant();
    Optional<Arrangement> known = arrangements.inForce(personId);
    known.ifPresentOrElse(
        before -> EntityTags.require(ifMatch, before.number()), () -> mustBeAbsent(ifMatch));
    Arrangement next =
        new Arrangement(
            personId, known.map(Arrangement::number).orElse(0) + 1, arranged, caller, now);
    known.ifPresent(before -> before.replace(now));
    // first it is replaced, then the next one is there: the database admits one in force
    arrangements.flush();
    try {
      arrangements.persistAndFlush(next);
    } catch (ConstraintViolationException e) {
      throw ProblemException.conflict(
          "Someone else arranged it at the same moment; read it again.");
    }
    known.ifPresent(before -> dueDates.cancel(REVIEW_OVERDUE, before.id()));
    dueDates.schedule(REVIEW_OVERDUE, next.id(), London.endOf(arranged.reviewOn()));
    journal.append(next.arranged());
    return next;
  }

  /**
   * The version in force.
   *
   * @throws ProblemException 404 when nothing is arranged for a person whom the caller sees, or
   *     what is guards against the caller's agency
   */
  Arrangement one(UUID personId) {
    mustNotBeGuardedAgainst(personId);
    return arrangements.inForce(personId).orElseThrow(() -> nothing(personId));
  }

  /** All versions, the latest first; one more than the page holds. */
  List<Arrangement> page(UUID personId, PageRequest page) {
    mustNotBeGuardedAgainst(personId);
    return arrangements.page(personId, page);
  }

  private void mustNotBeGuardedAgainst(UUID personId) {
    String agency = provenance.caller().agency();
    if (agency != null && inForce.of(personId).filter(it -> it.avoids(agency)).isPresent()) {
      throw nothing(personId);
    }
  }

  private static void mustBeAbsent(String ifMatch) {
    if (ifMatch != null) {
      throw ProblemException.of(
          ProblemType.PRECONDITION_FAILED,
          "Nothing is arranged yet; to arrange it, leave If-Match out.");
    }
  }

  private static ProblemException nothing(UUID personId) {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "No safe communication is arranged for person " + personId + ".");
  }
}
