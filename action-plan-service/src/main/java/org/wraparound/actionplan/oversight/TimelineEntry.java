package org.wraparound.actionplan.oversight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.wraparound.kit.access.PersonRecord;

/** A day of a plan; gathered by the database from the plan, its actions and its meetings. */
@Entity
@Immutable
@Table(name = "plan_timeline")
class TimelineEntry extends PersonRecord {
  @Column(name = "plan_id")
  private UUID planId;

  @Enumerated(EnumType.STRING)
  private TimelineKind kind;

  private LocalDate day;

  @Column(name = "record_id")
  private UUID recordId;

  private String title;

  @Column(name = "done_at")
  private Instant doneAt;

  @Column(name = "dropped_at")
  private Instant droppedAt;

  @Column(name = "on_track")
  private Boolean onTrack;

  TimelineEntry() {}

  TimelineState state(LocalDate today) {
    if (doneAt != null) {
      return TimelineState.DONE;
    }
    if (droppedAt != null) {
      return TimelineState.DROPPED;
    }
    if (!day.isBefore(today)) {
      return TimelineState.AHEAD;
    }
    return kind == TimelineKind.KEY_DATE ? TimelineState.DONE : TimelineState.MISSED;
  }

  TimelineKind kind() {
    return kind;
  }

  LocalDate day() {
    return day;
  }

  /** The action or meeting it belongs to; null for the plan itself. */
  UUID recordId() {
    return recordId;
  }

  String title() {
    return title;
  }

  Instant doneAt() {
    return doneAt;
  }

  Boolean onTrack() {
    return onTrack;
  }
}
