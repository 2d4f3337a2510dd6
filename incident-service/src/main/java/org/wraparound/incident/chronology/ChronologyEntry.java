package org.wraparound.incident.chronology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.jdbc.Expectation;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.inbox.ReceivedEvent;

/**
 * Something that happened around a person, in whichever service. An entry is never written twice: a
 * rebuild may have written it before its event is applied (see {@link Rebuilding}).
 */
@Entity
@Table(name = "chronology_entry")
@SQLInsert(
    sql =
        "insert into chronology_entry ("
            + ChronologyEntry.COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
    verify = Expectation.None.class)
class ChronologyEntry extends PersonRecord {
  /** All columns, in the order in which Hibernate binds them: by name of the attribute, id last. */
  static final String COLUMNS =
      "agency, facts, happened_at, kind, person_id, record_id, recorded_at, source, version, id";

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
    this.source = event.source().replaceFirst("^/", "");
    this.recordId = event.subject();
    this.facts = event.dataAs(Map.class);
  }

  /** Sets the parameters for {@link #COLUMNS}, facts as JSON text. */
  void bind(PreparedStatement row, ObjectMapper json) throws SQLException, JsonProcessingException {
    row.setString(1, agency);
    row.setString(2, json.writeValueAsString(facts));
    row.setObject(3, happenedAt.atOffset(ZoneOffset.UTC));
    row.setString(4, kind);
    row.setObject(5, personId);
    row.setObject(6, recordId);
    row.setObject(7, recordedAt.atOffset(ZoneOffset.UTC));
    row.setString(8, source);
    row.setLong(9, version);
    row.setObject(10, id);
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
        new Source(source, recordId, RecordPath.of(source, kind, recordId, personId, facts)),
        facts);
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
   * @param href path of the record through the gateway; absent for a kind that has none
   */
  record Source(String service, UUID recordId, String href) {}
}
