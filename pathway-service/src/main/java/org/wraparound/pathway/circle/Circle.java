package org.wraparound.pathway.circle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/**
 * The circle of agencies around a person. What is decided here takes effect in this service in the
 * same transaction, and in the others as soon as they hear of it.
 */
@ApplicationScoped
public class Circle {
  private final Memberships memberships;
  private final AccessGrants grants;
  private final Journal journal;
  private final DueDates dueDates;
  private final Provenance provenance;
  private final Clock clock;

  Circle(
      Memberships memberships,
      AccessGrants grants,
      Journal journal,
      DueDates dueDates,
      Provenance provenance,
      Clock clock) {
    this.memberships = memberships;
    this.grants = grants;
    this.journal = journal;
    this.dueDates = dueDates;
    this.provenance = provenance;
    this.clock = clock;
  }

  /** What a PUT came to. */
  record Placed(Membership membership, boolean joined) {}

  /** The provider that keeps the person's record is the first in the circle, at level FULL. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void open(UUID personId, String owner) {
    join(Membership.ofOwner(personId, owner, clock.instant()));
  }

  /**
   * The provider that keeps the person's record.
   *
   * @throws ProblemException 404 when there is no such person for the caller
   */
  public String ownerOf(UUID personId) {
    return memberships.ofOwner(personId).orElseThrow(() -> noSuchPerson(personId)).agency();
  }

  /** Brings an agency into the circle, or changes the place it has there. */
  @Transactional
  Placed place(UUID personId, String agency, PlaceInCircle place, String ifMatch) {
    String owner = ownerToDecide(personId);
    Instant now = clock.instant();
    LocalDate today = London.dayOf(now);
    Optional<Membership> known = memberships.live(personId, agency);
    if (known.isEmpty()) {
      if (ifMatch != null) {
        throw ProblemException.of(
            ProblemType.PRECONDITION_FAILED,
            agency + " is not in the circle; to bring it in, leave If-Match out.");
      }
      Membership membership = Membership.of(personId, owner, agency, place, now, today);
      join(membership);
      return new Placed(membership, true);
    }
    Membership membership = known.get();
    EntityTags.require(ifMatch, membership.version());
    journal.append(membership.change(place, now, today));
    grant(membership);
    scheduleEnd(membership);
    memberships.flush();
    return new Placed(membership, false);
  }

  /** Takes an agency out of the circle. */
  @Transactional
  void end(UUID personId, String agency, String ifMatch) {
    ownerToDecide(personId);
    Membership membership = one(personId, agency);
    EntityTags.honour(ifMatch, membership.version());
    end(membership);
    dueDates.cancel(CircleEnding.KIND, membership.id());
  }

  /** The last day of a membership has passed. */
  @Transactional(Transactional.TxType.MANDATORY)
  void expire(UUID membershipId) {
    memberships.findByIdOptional(membershipId).filter(Membership::isLive).ifPresent(this::end);
  }

  /** The agency's place in the circle. */
  Membership one(UUID personId, String agency) {
    return memberships
        .live(personId, agency)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "There is no " + agency + " in a circle of person " + personId + "."));
  }

  /** The agencies in the circle; one more than the page holds. */
  List<Membership> page(UUID personId, PageRequest page) {
    ownerOf(personId);
    return memberships.page(personId, page);
  }

  private void join(Membership membership) {
    memberships.persistAndFlush(membership);
    journal.append(membership.joined());
    grant(membership);
    scheduleEnd(membership);
  }

  private void end(Membership membership) {
    journal.append(membership.end(clock.instant()));
    grants.revoke(membership.personId(), membership.member());
  }

  private void grant(Membership membership) {
    grants.grant(
        membership.personId(),
        membership.member(),
        membership.memberType().name(),
        membership.level());
  }

  private void scheduleEnd(Membership membership) {
    if (membership.until() == null) {
      dueDates.cancel(CircleEnding.KIND, membership.id());
    } else {
      dueDates.schedule(
          CircleEnding.KIND, membership.id(), London.startOf(membership.until().plusDays(1)));
    }
  }

  /** Only the provider that keeps the record decides who is in the circle. */
  private String ownerToDecide(UUID personId) {
    String owner =
        memberships.lockOwner(personId).orElseThrow(() -> noSuchPerson(personId)).agency();
    if (!owner.equals(provenance.caller().agency())) {
      throw ProblemException.forbidden(
          "Only " + owner + ", which keeps this person's record, decides who is in the circle.");
    }
    return owner;
  }

  private static ProblemException noSuchPerson(UUID personId) {
    return ProblemException.notFound("person", personId);
  }
}
