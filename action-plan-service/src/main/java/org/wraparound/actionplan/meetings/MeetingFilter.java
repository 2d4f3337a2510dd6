package org.wraparound.actionplan.meetings;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which meetings are wanted; a {@code @BeanParam}. */
class MeetingFilter {
  @Parameter(description = "Meetings about this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Meetings of this plan.")
  @QueryParam("planId")
  UUID planId;

  @Parameter(description = "Meetings of this kind, from the list meeting-kind.")
  @QueryParam("kind")
  MeetingKind kind;

  @Parameter(description = "Meetings that stand here.")
  @QueryParam("status")
  MeetingStatus status;

  @Parameter(description = "Meetings this agency is invited to, by its code.")
  @QueryParam("agency")
  String agency;

  @Parameter(description = "true: still to be held, and past the day they were due; false: others.")
  @QueryParam("overdue")
  Boolean overdue;
}
