package org.wraparound.incident.chronology;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * One time the chronology was made anew from the topics. Written by {@link Rebuilding} on its own
 * connection, only read here.
 */
@Entity
@Immutable
@Table(name = "chronology_rebuild")
class Rebuild {
  /** How far it has come. */
  enum State {
    RUNNING,
    DONE,
    FAILED
  }

  @Id private UUID id;
  private long version;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "started_by")
  private String startedBy;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "events_read")
  private Long eventsRead;

  @Column(name = "events_skipped")
  private Long eventsSkipped;

  @Column(name = "entries_before")
  private Long entriesBefore;

  @Column(name = "entries_after")
  private Long entriesAfter;

  private String reason;

  Rebuild() {}

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  View view() {
    return new View(
        id,
        state,
        startedAt,
        startedBy,
        endedAt,
        eventsRead,
        eventsSkipped,
        entriesBefore,
        entriesAfter,
        reason);
  }

  /**
   * A rebuild as ops see it; counts are absent until it is done.
   *
   * @param startedBy subject of the token that asked for it
   * @param eventsRead messages read from all topics
   * @param eventsSkipped of these, the ones left out because they cannot be read or wait in the
   *     quarantine
   * @param entriesBefore entries when the content was replaced
   * @param entriesAfter entries afterwards
   * @param reason why it failed; absent unless it did
   */
  record View(
      UUID id,
      State state,
      Instant startedAt,
      String startedBy,
      Instant endedAt,
      Long eventsRead,
      Long eventsSkipped,
      Long entriesBefore,
      Long entriesAfter,
      String reason) {}
}
