package org.wraparound.escalation.enquiries;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which enquiries are wanted. */
class EnquiryFilter {
  @Parameter(description = "About this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Opened by the decision on this escalation.")
  @QueryParam("escalationId")
  UUID escalationId;

  @Parameter(description = "That stand here.")
  @QueryParam("status")
  EnquiryStatus status;

  @Parameter(description = "Where a stage or a report is awaited and its day has passed, or not.")
  @QueryParam("overdue")
  Boolean overdue;
}
