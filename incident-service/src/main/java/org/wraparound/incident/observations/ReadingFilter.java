package org.wraparound.incident.observations;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which readings are wanted; a {@code @BeanParam}. */
class ReadingFilter {
  @Parameter(description = "Of the definitions with this short code.")
  @QueryParam("code")
  String code;

  @Parameter(description = "Of this kind.")
  @QueryParam("kind")
  ObservationKind kind;

  @Parameter(description = "Observed at or after this time.")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Observed before this time.")
  @QueryParam("to")
  Instant to;

  void apply(StringBuilder query, Map<String, Object> parameters) {
    if (code != null) {
      query.append(" and definitionCode = :code");
      parameters.put("code", code);
    }
    if (kind != null) {
      query.append(" and kind = :kind");
      parameters.put("kind", kind);
    }
    if (from != null) {
      query.append(" and observedAt >= :from");
      parameters.put("from", from);
    }
    if (to != null) {
      query.append(" and observedAt < :to");
      parameters.put("to", to);
    }
  }
}
