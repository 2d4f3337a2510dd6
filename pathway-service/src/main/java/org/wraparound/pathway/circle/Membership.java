package org.wraparound.pathway.circle;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;
import org.wraparound.pathway.circle.CircleEvent.BasisCodes;

/**
 * An agency's place in a person's circle, a record of the provider that supports the person. The
 * provider itself is the first member, at level FULL, and can be neither changed nor ended: whoever
 * keeps the record sees it.
 */
@Entity
@Table(name = "circle_membership")
class Membership extends PersonRecord {
  @Column(updatable = false)
  private String member;

  @Enumerated(EnumType.STRING)
  @Column(name = "member_type")
  private AgencyType memberType;

  @Enumerated(EnumType.STRING)
  private Level level;

  @Enumerated(EnumType.STRING)
  private CircleRole role;

  @Embedded private SharingBasis basis;

  @Column(name = "joined_at", updatable = false)
  private Instant joinedAt;

  private LocalDate until;

  @Column(name = "ended_at")
  private Instant endedAt;

  Membership() {}

  private Membership(UUID personId, String owner, String member, Instant now) {
    super(Ids.next(), personId, owner);
    this.member = member;
    this.joinedAt = now;
  }

  /** The provider opens the circle with itself. */
  static Membership ofOwner(UUID personId, String owner, Instant now) {
    Membership membership = new Membership(personId, owner, owner, now);
    membership.memberType = AgencyType.PROVIDER;
    membership.level = Level.FULL;
    membership.role = CircleRole.PROVIDER;
    return membership;
  }

  /**
   * An agency is brought into the circle.
   *
   * @throws ProblemException 422 when basis or end are unsound
   */
  static Membership of(
      UUID personId,
      String owner,
      String member,
      PlaceInCircle place,
      Instant now,
      LocalDate today) {
    Membership membership = new Membership(personId, owner, member, now);
    membership.take(place, today);
    return membership;
  }

  /** What there is to say of a new membership. */
  CircleEvent joined() {
    return new CircleEvent.CircleJoined(
        personId, member, memberType, level, role, BasisCodes.of(basis), id, joinedAt);
  }

  /**
   * The agency has another place from now on.
   *
   * @throws ProblemException 409 for the provider's own place, 422 when basis or end are unsound
   */
  CircleEvent change(PlaceInCircle place, Instant now, LocalDate today) {
    refuseForOwner();
    take(place, today);
    return new CircleEvent.CircleChanged(
        personId, member, memberType, level, role, BasisCodes.of(basis), id, now);
  }

  /**
   * The agency leaves the circle.
   *
   * @throws ProblemException 409 for the provider's own place
   */
  CircleEvent end(Instant now) {
    refuseForOwner();
    endedAt = now;
    return new CircleEvent.CircleLeft(personId, member, id, now);
  }

  private void take(PlaceInCircle place, LocalDate today) {
    List<Violation> faults = new ArrayList<>(place.basis().faults(today));
    if (place.until() != null && place.until().isBefore(today)) {
      faults.add(new Violation("until", "must be today or later, or absent"));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    memberType = place.agencyType();
    level = place.level();
    role = place.role();
    basis = place.basis();
    until = place.until();
  }

  private void refuseForOwner() {
    if (isOwner()) {
      throw ProblemException.conflict(
          agency + " keeps this person's record and always sees it; its place stays as it is.");
    }
  }

  /** Whether it is the place of the provider whose record it is. */
  boolean isOwner() {
    return member.equals(agency);
  }

  /** Whether the agency is in the circle now. */
  boolean isLive() {
    return endedAt == null;
  }

  String member() {
    return member;
  }

  AgencyType memberType() {
    return memberType;
  }

  Level level() {
    return level;
  }

  CircleRole role() {
    return role;
  }

  SharingBasis basis() {
    return basis;
  }

  Instant joinedAt() {
    return joinedAt;
  }

  LocalDate until() {
    return until;
  }
}
