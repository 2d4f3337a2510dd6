package org.wraparound.incident.trends;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.wraparound.kit.access.PersonRecord;

/** An entry of the chronology that may explain why a trend turned. */
@Entity
@Immutable
@Table(name = "chronology_entry")
class KeyEvent extends PersonRecord {
  /** Changes of level, of plans, of guidance for a shift and of the passport. */
  static final String KINDS =
      "(kind like 'step-%' or kind in ('plan-opened', 'plan-closed') or kind like 'guidance-%'"
          + " or kind like 'passport-%')";

  @Column(name = "happened_at")
  private Instant happenedAt;

  private String kind;
  private String source;

  @Column(name = "record_id")
  private UUID recordId;

  KeyEvent() {}

  View view() {
    return new View(happenedAt, kind, new Source(source, recordId, href()));
  }

  private String href() {
    if (kind.startsWith("step-")) {
      return "/v1/transitions/" + recordId;
    }
    return kind.startsWith("plan-") ? "/v1/plans/" + recordId : null;
  }

  /**
   * A key event as it is shown.
   *
   * @param kind type of the event, such as {@code step-up-authorised}
   */
  @Schema(name = "KeyEvent")
  record View(Instant at, String kind, Source source) {}

  /**
   * Where a key event comes from.
   *
   * @param service the service that owns the record
   * @param href path of the record through the gateway; null when it has none of its own
   */
  @Schema(name = "KeyEventSource")
  record Source(String service, UUID recordId, String href) {}
}
