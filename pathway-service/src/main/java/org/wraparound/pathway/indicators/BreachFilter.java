package org.wraparound.pathway.indicators;

import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which breaches are wanted; a {@code @BeanParam}. */
class BreachFilter {
  @Parameter(description = "Of this person's indicators.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Of this indicator.")
  @QueryParam("indicatorId")
  UUID indicatorId;

  @Parameter(description = "As bad as this.")
  @QueryParam("severity")
  Severity severity;

  @Parameter(description = "true for those that last, false for those that are over.")
  @QueryParam("open")
  Boolean open;

  void apply(StringBuilder query, Map<String, Object> parameters) {
    if (personId != null) {
      query.append(" and personId = :personId");
      parameters.put("personId", personId);
    }
    if (indicatorId != null) {
      query.append(" and indicatorId = :indicatorId");
      parameters.put("indicatorId", indicatorId);
    }
    if (severity != null) {
      query.append(" and severity = :severity");
      parameters.put("severity", severity);
    }
    if (open != null) {
      query.append(open ? " and endedAt is null" : " and endedAt is not null");
    }
  }
}
