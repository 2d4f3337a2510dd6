package org.wraparound.actionplan.meetings;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.London;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/meetings")
@Tag(
    name = "Meetings",
    description = "What the agencies decide together, in minutes that become actions.")
@RolesAllowed({"manager", "liaison", "commissioner", "safeguarding-lead", "clinician"})
class MeetingsResource {
  private final Meetings meetings;
  private final CarryingOver carryingOver;
  private final Convening convening;
  private final Chairing chairing;
  private final Printing printing;
  private final Clock clock;

  MeetingsResource(
      Meetings meetings,
      CarryingOver carryingOver,
      Convening convening,
      Chairing chairing,
      Printing printing,
      Clock clock) {
    this.meetings = meetings;
    this.carryingOver = carryingOver;
    this.convening = convening;
    this.chairing = chairing;
    this.printing = printing;
    this.clock = clock;
  }

  @GET
  @Transactional
  @RolesAllowed({
    "practitioner",
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "auditor",
    "partner-system"
  })
  @Operation(
      summary = "Meetings, the latest convened first",
      description =
          "Those about people whose circle the caller's agency is in. Roles: all but ops.")
  public Page<MeetingOutline> list(
      @BeanParam MeetingFilter filter, @Valid @BeanParam PageRequest page) {
    LocalDate today = London.today(clock);
    return Page.of(
        meetings.page(filter, today, page),
        page,
        meeting -> MeetingOutline.of(meeting, today),
        meeting -> Cursor.of(meeting.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({
    "practitioner",
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "auditor",
    "partner-system"
  })
  @Operation(
      summary = "One meeting",
      description =
          "With what it starts from, its minutes, and what they lack before they can be finalised."
              + " Roles: all but ops.")
  @APIResponseSchema(
      value = MeetingView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "404", description = "There is no such meeting for you")
  public Response one(@PathParam("id") UUID id) {
    return answer(meetings.required(id));
  }

  @GET
  @Path("/{id}/minutes")
  @Produces(MediaType.TEXT_HTML)
  @Transactional
  @RolesAllowed({
    "practitioner",
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "auditor",
    "partner-system"
  })
  @Operation(
      summary = "The minutes as a page to read or print",
      description =
          "Before it is held, its agenda. What they say as data is in the meeting. Roles: all but"
              + " ops.")
  @APIResponse(
      responseCode = "200",
      description = "A page of HTML that loads and runs nothing",
      content = @Content(mediaType = MediaType.TEXT_HTML))
  @APIResponse(responseCode = "404", description = "There is no such meeting for you")
  public Response print(@PathParam("id") UUID id) {
    return printing.print(view(meetings.required(id)));
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Calls a meeting",
      description =
          "About a person whose circle the caller's agency is in. It joins the plan named, or the"
              + " person's open plan of the kind, or opens one; it starts from what is still open of"
              + " that plan and of the meeting that it follows. Roles: manager, liaison,"
              + " commissioner, safeguarding-lead, clinician.")
  @APIResponseSchema(
      value = MeetingView.class,
      responseCode = "201",
      responseDescription = "The new record, with its ETag and Location")
  @APIResponse(responseCode = "404", description = "There is no such person for you")
  @APIResponse(responseCode = "409", description = "The plan is closed")
  @APIResponse(
      responseCode = "422",
      description =
          "An agency is asked that may not see the plan, or something else is to be mended; see"
              + " violations")
  public Response convene(@Valid @NotNull ConveneMeeting command) {
    Meeting meeting = convening.byHand(command);
    return EntityTags.created(meeting.uri(), view(meeting), meeting.version());
  }

  @PUT
  @Transactional
  @Path("/{id}/invitees")
  @Operation(
      summary = "Asks others to come, in place of those asked until now",
      description =
          "Until it was held, by an agency that takes part: the plan's provider, who convened it or"
              + " who is invited. Roles: manager, liaison, commissioner, safeguarding-lead,"
              + " clinician.")
  @APIResponseSchema(
      value = MeetingView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller's agency does not take part")
  @APIResponse(responseCode = "404", description = "There is no such meeting for you")
  @APIResponse(responseCode = "409", description = "It was held or cancelled")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  @APIResponse(responseCode = "422", description = "An agency is asked that may not see the plan")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response invite(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull InviteAgencies command) {
    return answer(chairing.invite(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/schedule")
  @Idempotent
  @Operation(
      summary = "Sets it for a time, or moves it with a reason",
      description =
          "By an agency that takes part. The day by which it is due stays. Roles: manager, liaison,"
              + " commissioner, safeguarding-lead, clinician.")
  @APIResponseSchema(
      value = MeetingView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller's agency does not take part")
  @APIResponse(responseCode = "404", description = "There is no such meeting for you")
  @APIResponse(responseCode = "409", description = "It was held or cancelled")
  @APIResponse(responseCode = "422", description = "The time has passed, or the reason is missing")
  public Response schedule(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull ScheduleMeeting command) {
    return answer(chairing.schedule(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/holding")
  @Idempotent
  @Operation(
      summary = "It takes, or took, place",
      description =
          "By an agency that takes part. From then on its minutes are written, and what it started"
              + " from stays as it was. Without content it takes place now. Roles: manager, liaison, commissioner, safeguarding-lead,"
              + " clinician.")
  @APIResponseSchema(
      value = MeetingView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller's agency does not take part")
  @APIResponse(responseCode = "404", description = "There is no such meeting for you")
  @APIResponse(responseCode = "409", description = "It was held or cancelled before")
  @APIResponse(responseCode = "422", description = "The time is still to come")
  public Response hold(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid HoldMeeting command) {
    return answer(chairing.hold(id, ifMatch, command));
  }

  @PUT
  @Transactional
  @Path("/{id}/minutes")
  @Operation(
      summary = "Writes the minutes, in place of what was written",
      description =
          "After it was held and until they are finalised, by an agency that takes part. Actions"
              + " worded in newActions are added to the plan, all or none. If-Match sees to it that"
              + " of two who write at once nothing is lost. Roles: manager, liaison, commissioner,"
              + " safeguarding-lead, clinician.")
  @APIResponseSchema(
      value = MeetingView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller's agency does not take part")
  @APIResponse(responseCode = "404", description = "There is no such meeting for you")
  @APIResponse(
      responseCode = "409",
      description =
          "It was not held yet, or its minutes are finalised; or an action is worded and the plan"
              + " is closed")
  @APIResponse(responseCode = "412", description = "It has changed since it was read")
  @APIResponse(
      responseCode = "422",
      description = "Something is to be mended, also of the actions worded; see violations")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response write(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull WriteMinutes command) {
    return answer(chairing.write(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/finalisation")
  @Idempotent
  @Operation(
      summary = "Makes the minutes evidence",
      description =
          "Refused while the attendance of an invitee is not noted, the person's or the family's"
              + " voice is neither recorded nor explained, or a decision has neither an action nor"
              + " a reason for none; the answer names all of it, as does missing of the meeting."
              + " Takes no content. By an agency that takes part. Roles: manager, liaison,"
              + " commissioner, safeguarding-lead, clinician.")
  @APIResponseSchema(
      value = MeetingView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller's agency does not take part")
  @APIResponse(responseCode = "404", description = "There is no such meeting for you")
  @APIResponse(
      responseCode = "409",
      description = "The minutes lack something, named in detail; or it is not held, or finalised")
  public Response finalise(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return answer(chairing.finalise(id, ifMatch));
  }

  @POST
  @Path("/{id}/addenda")
  @Idempotent
  @RolesAllowed({
    "practitioner",
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate"
  })
  @Operation(
      summary = "Adds to finalised minutes",
      description =
          "What they say stays. By an agency that takes part. Roles: practitioner, manager, liaison,"
              + " commissioner, safeguarding-lead, clinician, advocate.")
  @APIResponseSchema(
      value = MeetingView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller's agency does not take part")
  @APIResponse(responseCode = "404", description = "There is no such meeting for you")
  @APIResponse(responseCode = "409", description = "Its minutes are not finalised")
  public Response add(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull AddToMinutes command) {
    return answer(chairing.add(id, ifMatch, command));
  }

  @POST
  @Path("/{id}/cancellation")
  @Idempotent
  @Operation(
      summary = "It will not take place, for a reason",
      description =
          "By an agency that takes part. Roles: manager, liaison, commissioner, safeguarding-lead,"
              + " clinician.")
  @APIResponseSchema(
      value = MeetingView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "403", description = "The caller's agency does not take part")
  @APIResponse(responseCode = "404", description = "There is no such meeting for you")
  @APIResponse(responseCode = "409", description = "It was held or cancelled before")
  public Response cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull CancelMeeting command) {
    return answer(chairing.cancel(id, ifMatch, command));
  }

  private Response answer(Meeting meeting) {
    return EntityTags.ok(view(meeting), meeting.version());
  }

  private MeetingView view(Meeting meeting) {
    CarriedOver carriedOver = carryingOver.into(meeting);
    Set<UUID> spokenOf = new HashSet<>(carriedOver.actionIds());
    meeting.minutes().decisions().forEach(taken -> spokenOf.addAll(taken.actionIds()));
    return MeetingView.of(meeting, carriedOver, carryingOver.known(spokenOf), London.today(clock));
  }
}
