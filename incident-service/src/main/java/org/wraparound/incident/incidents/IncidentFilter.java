package org.wraparound.incident.incidents;

import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which incidents are wanted; a {@code @BeanParam}. */
class IncidentFilter {
  @Parameter(description = "About this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "In this setting.")
  @QueryParam("settingId")
  String settingId;

  @Parameter(description = "Of this kind.")
  @QueryParam("kind")
  Codes.IncidentKind kind;

  @Parameter(description = "Whose record stands so; RECORDED is to be reviewed.")
  @QueryParam("status")
  Codes.IncidentStatus status;

  void apply(StringBuilder query, Map<String, Object> parameters) {
    if (personId != null) {
      query.append(" and personId = :personId");
      parameters.put("personId", personId);
    }
    if (settingId != null) {
      query.append(" and settingId = :settingId");
      parameters.put("settingId", settingId);
    }
    if (kind != null) {
      query.append(" and kind = :kind");
      parameters.put("kind", kind);
    }
    if (status != null) {
      query.append(" and status = :status");
      parameters.put("status", status);
    }
  }
}
