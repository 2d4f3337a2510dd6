package org.wraparound.escalation.notices;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which notices are wanted. */
class NoticeFilter {
  @Parameter(description = "About this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "About this escalation, referral, step-up or other record.")
  @QueryParam("subjectId")
  UUID subjectId;

  @Parameter(description = "About records of this agency.")
  @QueryParam("agency")
  String agency;

  @Parameter(description = "To this agency.")
  @QueryParam("toAgency")
  String toAgency;

  @Parameter(description = "That stand here.")
  @QueryParam("state")
  NoticeState state;
}
