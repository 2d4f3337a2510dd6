package org.wraparound.incident.chronology;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.inbox.ReceivedEvent;

/** Something that happened around a person, in whichever service. */
@Entity
@Table(name = "chronology_entry")
class ChronologyEntry extends PersonRecord {
  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  private String kind;
  private String source;

  @Column(name = "record_id")
  private UUID recordId;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private Map<String, Object> facts;

  ChronologyEntry() {}

  @SuppressWarnings("unchecked")
  ChronologyEntry(ReceivedEvent event) {
    super(event.id(), event.personId(), event.agency());
    this.happenedAt = event.occurredAt();
    this.recordedAt = event.recordedAt();
    this.kind = event.type();
    this.source = event.source().substring(1);
    this.recordId = event.subject();
    this.facts = event.dataAs(Map.class);
  }

  Instant happenedAt() {
    return happenedAt;
  }

  View view() {
    return new View(
        id,
        personId,
        happenedAt,
        recordedAt,
        kind,
        agency,
        new Source(source, recordId, href()),
        facts);
  }

  /** Where the record is, through the gateway. */
  private String href() {
    return switch (source) {
      case "incident-service" -> "/v1/incidents/" + recordId;
      case "escalation-service" -> "/v1/escalations/" + recordId;
      case "action-plan-service" ->
          (kind.startsWith("plan-") ? "/v1/plans/" : "/v1/actions/") + recordId;
      case "pathway-service" ->
          kind.startsWith("circle-")
              ? "/v1/people/" + personId + "/circle/" + facts.get("agency")
              : (kind.startsWith("step-") ? "/v1/transitions/" : "/v1/people/") + recordId;
      default -> null;
    };
  }

  /**
   * An entry as it is shown.
   *
   * @param kind type of the event, such as {@code escalation-raised}
   * @param agency agency that acted, SYSTEM where no person did
   * @param facts the coded facts of the event
   */
  record View(
      UUID id,
      UUID personId,
      Instant happenedAt,
      Instant recordedAt,
      String kind,
      String agency,
      Source source,
      Map<String, Object> facts) {}

  /**
   * Where an entry comes from.
   *
   * @param service the service that owns the record
   * @param href path of the record through the gateway
   */
  record Source(String service, UUID recordId, String href) {}
}
