package org.wraparound.pathway.indicators;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which readings are wanted; a {@code @BeanParam}. */
class ReadingFilter {
  @Parameter(description = "Of this day or later.")
  @QueryParam("from")
  LocalDate from;

  @Parameter(description = "Of this day or earlier.")
  @QueryParam("to")
  LocalDate to;

  @Parameter(description = "true for those that count, false for those that were superseded.")
  @QueryParam("current")
  Boolean current;

  void apply(StringBuilder query, Map<String, Object> parameters) {
    if (from != null) {
      query.append(" and day >= :from");
      parameters.put("from", from);
    }
    if (to != null) {
      query.append(" and day <= :to");
      parameters.put("to", to);
    }
    if (current != null) {
      query.append(current ? " and supersededBy is null" : " and supersededBy is not null");
    }
  }
}
