package org.wraparound.incident.chronology;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries are wanted; a {@code @BeanParam}. */
class ChronologyFilter {
  @Parameter(description = "Of this kind, such as escalation-raised.")
  @QueryParam("kind")
  String kind;

  @Parameter(description = "From this service, such as escalation-service.")
  @QueryParam("source")
  String source;

  @Parameter(description = "By this agency.")
  @QueryParam("agency")
  String agency;

  @Parameter(description = "Happened at or after this time.")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Happened before this time.")
  @QueryParam("to")
  Instant to;

  void apply(StringBuilder query, Map<String, Object> parameters) {
    if (kind != null) {
      query.append(" and kind = :kind");
      parameters.put("kind", kind);
    }
    if (source != null) {
      query.append(" and source = :source");
      parameters.put("source", source);
    }
    if (agency != null) {
      query.append(" and agency = :actingAgency");
      parameters.put("actingAgency", agency);
    }
    if (from != null) {
      query.append(" and happenedAt >= :from");
      parameters.put("from", from);
    }
    if (to != null) {
      query.append(" and happenedAt < :to");
      parameters.put("to", to);
    }
  }
}
