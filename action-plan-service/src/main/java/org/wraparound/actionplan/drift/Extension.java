package org.wraparound.actionplan.drift;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/** A later due day was asked for, with a reason: and granted, or refused for good. */
@Entity
@Table(name = "action_extension")
class Extension extends PersonRecord {
  @Column(name = "action_id", updatable = false)
  private UUID actionId;

  @Column(updatable = false)
  private int position;

  @Column(name = "from_day", updatable = false)
  private LocalDate from;

  @Column(name = "to_day", updatable = false)
  private LocalDate to;

  @Column(updatable = false)
  private String reason;

  @Column(name = "asked_at", updatable = false)
  private Instant askedAt;

  @Column(name = "asked_by_agency", updatable = false)
  private String askedByAgency;

  @Column(name = "asked_by", updatable = false)
  private String askedBy;

  @Column(updatable = false)
  private boolean granted;

  Extension() {}

  /**
   * @param action as it is due before
   * @param position 1 for the first that was asked for
   */
  Extension(
      Action action, int position, AskExtension asked, boolean granted, Caller by, Instant at) {
    super(Ids.next(), action.personId(), action.agency());
    this.actionId = action.id();
    this.position = position;
    this.from = action.dueOn();
    this.to = asked.dueOn();
    this.reason = asked.reason();
    this.granted = granted;
    this.askedAt = at;
    this.askedByAgency = by.agency();
    this.askedBy = by.userId();
  }

  LocalDate from() {
    return from;
  }

  LocalDate to() {
    return to;
  }

  String reason() {
    return reason;
  }

  Instant askedAt() {
    return askedAt;
  }

  String askedByAgency() {
    return askedByAgency;
  }

  boolean isGranted() {
    return granted;
  }
}
