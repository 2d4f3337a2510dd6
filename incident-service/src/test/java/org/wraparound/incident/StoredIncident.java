package org.wraparound.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** A row of table incident, put there straight away: columns, not the API, are what is counted. */
public final class StoredIncident {
  private final Map<String, Object> columns = new LinkedHashMap<>();

  private StoredIncident(UUID personId) {
    UUID id = UUID.randomUUID();
    with("id", id);
    with("version", 0);
    with("person_id", personId);
    with("agency", "OAKFIELD");
    with("reference", id.toString());
    with("kind", "DISTRESSED_BEHAVIOUR");
    with("location", "SUPPORTED_LIVING");
    with("happened_at", "2026-03-10T12:00:00Z");
    with("recorded_at", "2026-03-10T12:00:00Z");
    with("changed_at", "2026-03-10T12:00:00Z");
    with("recorded_by", "someone");
    with("behaviour", "Shouted");
  }

  public static StoredIncident about(UUID personId) {
    return new StoredIncident(personId);
  }

  public StoredIncident at(String moment) {
    return with("happened_at", moment);
  }

  /** Sets a column, in the form JSON has for its type. */
  public StoredIncident with(String column, Object value) {
    columns.put(column, value);
    return this;
  }

  /** Stores the row and gives its id. */
  public UUID in(DataSource database) {
    String names = String.join(", ", columns.keySet());
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into incident (%s) select %s from jsonb_populate_record(null::incident, cast(? as jsonb))"
                    .formatted(names, names))) {
      insert.setString(1, new ObjectMapper().writeValueAsString(columns));
      insert.executeUpdate();
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return (UUID) columns.get("id");
  }
}
