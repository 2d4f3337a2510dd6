package org.wraparound.escalation.directory;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** An entry under a name that may go out of use, and stays on record. */
@MappedSuperclass
abstract class RetirableEntry extends DirectoryEntry {
  private String name;

  @Column(name = "active_until")
  private Instant activeUntil;

  void call(String name, Instant activeUntil) {
    this.name = name;
    this.activeUntil = activeUntil;
  }

  boolean isRetired(Instant now) {
    return activeUntil != null && !now.isBefore(activeUntil);
  }

  /** What is left of a time before it goes out of use. */
  Spans whileActive(Spans time) {
    return time.before(activeUntil);
  }

  String name() {
    return name;
  }

  Instant activeUntil() {
    return activeUntil;
  }
}
