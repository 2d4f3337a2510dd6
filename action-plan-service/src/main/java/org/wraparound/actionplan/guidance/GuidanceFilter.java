package org.wraparound.actionplan.guidance;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which guidance is wanted; a {@code @BeanParam}. */
class GuidanceFilter {
  @Parameter(description = "Guidance for this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Guidance from this plan.")
  @QueryParam("planId")
  UUID planId;

  @Parameter(description = "Guidance that names this setting, by its code.")
  @QueryParam("settingId")
  String settingId;

  @Parameter(description = "Guidance written for this kind of setting.")
  @QueryParam("settingKind")
  SettingKind settingKind;

  @Parameter(description = "Guidance that stands here.")
  @QueryParam("status")
  GuidanceStatus status;

  @Parameter(description = "Guidance that this one of the staff must read, by their staffId.")
  @QueryParam("readerId")
  String readerId;

  @Parameter(
      description =
          "true: in force, and not read by all who must read it, or by the one of readerId; false:"
              + " all others.")
  @QueryParam("unread")
  Boolean unread;

  @Parameter(
      description =
          "true: in force, and the day to read it has ended for some who have not, or for the one of"
              + " readerId; false: all others.")
  @QueryParam("overdue")
  Boolean overdue;
}
