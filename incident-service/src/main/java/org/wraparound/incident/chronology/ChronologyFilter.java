package org.wraparound.incident.chronology;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/** Which entries are wanted; a {@code @BeanParam}. */
class ChronologyFilter {
  @Parameter(
      description = "Of one of these kinds, such as escalation-raised; give it once for each.")
  @QueryParam("kind")
  List<String> kinds;

  @Parameter(description = "From this service, such as escalation-service.")
  @QueryParam("source")
  String source;

  @Parameter(description = "By this agency.")
  @QueryParam("agency")
  String agency;

  @Parameter(description = "Happened at or after this time.")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Happened before this time; later than from.")
  @QueryParam("to")
  Instant to;

  void apply(StringBuilder query, Map<String, Object> parameters) {
    if (from != null && to != null && !from.isBefore(to)) {
      throw ProblemException.of(
          ProblemType.MALFORMED, "The parameter from must be earlier than the parameter to.");
    }
    if (kinds != null && !kinds.isEmpty()) {
      query.append(" and kind in :kinds");
      parameters.put("kinds", kinds);
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
