package org.wraparound.incident.observations;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which definitions are wanted; a {@code @BeanParam}. */
class DefinitionFilter {
  @Parameter(description = "About this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Of this kind.")
  @QueryParam("kind")
  ObservationKind kind;

  @Parameter(description = "true for those in force now, false for the others.")
  @QueryParam("live")
  Boolean live;

  void apply(StringBuilder query, Map<String, Object> parameters, Instant now) {
    if (personId != null) {
      query.append(" and personId = :personId");
      parameters.put("personId", personId);
    }
    if (kind != null) {
      query.append(" and kind = :kind");
      parameters.put("kind", kind);
    }
    if (live != null) {
      query
          .append(live ? " and " : " and not ")
          .append("(beginsAt <= :now and (endsAt is null or endsAt > :now))");
      parameters.put("now", now);
    }
  }
}
