package org.wraparound.pathway.indicators;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which indicators are wanted; a {@code @BeanParam}. */
class IndicatorFilter {
  @Parameter(description = "Of this kind.")
  @QueryParam("kind")
  IndicatorKind kind;

  @Parameter(description = "true for those that are watched, false for those that have ended.")
  @QueryParam("live")
  Boolean live;

  @Parameter(description = "To be looked at again on this day or before.")
  @QueryParam("reviewBy")
  LocalDate reviewBy;

  void apply(StringBuilder query, Map<String, Object> parameters) {
    if (kind != null) {
      query.append(" and kind = :kind");
      parameters.put("kind", kind);
    }
    if (live != null) {
      query.append(live ? " and endedAt is null" : " and endedAt is not null");
    }
    if (reviewBy != null) {
      query.append(" and reviewOn <= :reviewBy");
      parameters.put("reviewBy", reviewBy);
    }
  }
}
