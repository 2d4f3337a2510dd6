package org.wraparound.kit.duedate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.Ids;

/** Something that falls due for a record, once. */
@Entity
@Table(name = "due_date")
public class DueDate {
  @Id private UUID id;
  private String kind;

  @Column(name = "subject_id")
  private UUID subjectId;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "attempt_at")
  private Instant attemptAt;

  private int attempts;

  DueDate() {}

  DueDate(String kind, UUID subjectId, Instant dueAt) {
    this.id = Ids.next();
    this.kind = kind;
    this.subjectId = subjectId;
    moveTo(dueAt);
  }

  /** What falls due, such as {@code escalation-acknowledgement}. */
  public String kind() {
    return kind;
  }

  /** The record it falls due for. */
  public UUID subjectId() {
    return subjectId;
  }

  /** When it falls due. */
  public Instant dueAt() {
    return dueAt;
  }

  UUID id() {
    return id;
  }

  final void moveTo(Instant when) {
    dueAt = when;
    attemptAt = when;
    attempts = 0;
  }

  /** The handler failed: tried again after 1, 2, 4 … seconds, at most 5 minutes later. */
  void failed(Instant now) {
    attemptAt = now.plus(Duration.ofSeconds(Math.min(300, 1L << Math.min(attempts, 9))));
    attempts++;
  }
}
