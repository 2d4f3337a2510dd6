package org.wraparound.escalation.directory;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.wraparound.kit.Caller;

/**
 * What the directory says of something, as it stands; what it said before is kept as {@link
 * DirectoryChange}.
 */
@MappedSuperclass
abstract class DirectoryEntry {
  /** What the code of an agency, a team or a contact looks like. */
  static final String CODE = "[A-Z][A-Z0-9-]{1,39}";

  /** How to mend what is not one. */
  static final String CODE_FORM =
      "a code is 2 to 40 capital letters, digits and hyphens and begins with a letter";

  @Version private long version;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by_agency")
  private String changedByAgency;

  @Column(name = "changed_by")
  private String changedBy;

  /** Where it is, as a caller names it. */
  abstract String path();

  void changed(Caller by, Instant now) {
    changedAt = now;
    changedByAgency = by.agencyOrRole();
    changedBy = by.userId();
  }

  long version() {
    return version;
  }

  Instant changedAt() {
    return changedAt;
  }

  String changedByAgency() {
    return changedByAgency;
  }

  String changedBy() {
    return changedBy;
  }
}
