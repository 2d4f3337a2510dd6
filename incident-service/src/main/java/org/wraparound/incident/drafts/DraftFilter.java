package org.wraparound.incident.drafts;

import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which drafts are wanted; a {@code @BeanParam}. */
class DraftFilter {
  @Parameter(description = "About this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "In this setting.")
  @QueryParam("settingId")
  String settingId;

  @Parameter(description = "Begun by this user, by the subject of the token.")
  @QueryParam("createdBy")
  String createdBy;

  void apply(StringBuilder query, Map<String, Object> parameters) {
    if (personId != null) {
      query.append(" and personId = :personId");
      parameters.put("personId", personId);
    }
    if (settingId != null) {
      query.append(" and settingId = :settingId");
      parameters.put("settingId", settingId);
    }
    if (createdBy != null) {
      query.append(" and createdBy = :createdBy");
      parameters.put("createdBy", createdBy);
    }
  }
}
