package org.wraparound.actionplan.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.kit.access.PersonRecord;

/** A step-up that was authorised, as pathway-service tells. */
@Entity
@Table(name = "support_change")
class SupportChange extends PersonRecord {
  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "review_on")
  private LocalDate reviewOn;

  @Column(name = "authorised_at")
  private Instant authorisedAt;

  SupportChange() {}

  SupportChange(
      UUID transitionId,
      UUID personId,
      String authorisedBy,
      LocalDate startsOn,
      LocalDate reviewOn,
      Instant authorisedAt) {
    super(transitionId, personId, authorisedBy);
    this.startsOn = startsOn;
    this.reviewOn = reviewOn;
    this.authorisedAt = authorisedAt;
  }

  LocalDate startsOn() {
    return startsOn;
  }

  LocalDate reviewOn() {
    return reviewOn;
  }

  Instant authorisedAt() {
    return authorisedAt;
  }

  URI uri() {
    return URI.create("/v1/transitions/" + id);
  }
}
