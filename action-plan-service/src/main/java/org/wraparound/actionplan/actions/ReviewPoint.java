package org.wraparound.actionplan.actions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.wraparound.kit.Caller;

/** A day on which it is looked at whether an action is on track, and what was found. */
@Embeddable
record ReviewPoint(
    @Column(name = "review_on") LocalDate reviewOn,
    @Column(name = "told_at") Instant toldAt,
    @Column(name = "reviewed_at") Instant reviewedAt,
    @Column(name = "reviewed_by_agency") String reviewedByAgency,
    @Column(name = "reviewed_by") String reviewedBy,
    @Column(name = "on_track") Boolean onTrack,
    @Column(name = "finding") String finding) {

  static ReviewPoint on(LocalDate day) {
    return new ReviewPoint(day, null, null, null, null, null, null);
  }

  ReviewPoint told(Instant at) {
    return new ReviewPoint(reviewOn, at, null, null, null, null, null);
  }

  ReviewPoint answered(boolean isOnTrack, String found, Caller caller, Instant at) {
    return new ReviewPoint(
        reviewOn, toldAt, at, caller.agency(), caller.userId(), isOnTrack, found);
  }

  boolean isAnswered() {
    return reviewedAt != null;
  }

  /** Whether its day is still to be told. */
  boolean isAwaited() {
    return toldAt == null && reviewedAt == null;
  }

  boolean hasCome(LocalDate today) {
    return !reviewOn.isAfter(today);
  }
}
