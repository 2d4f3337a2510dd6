package org.wraparound.escalation.referrals;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;

/** The recipient's side, in its own name. */
@Path("/v1/referrals")
@RolesAllowed({
  "practitioner",
  "manager",
  "liaison",
  "commissioner",
  "safeguarding-lead",
  "clinician",
  "advocate",
  "partner-system"
})
@Tag(name = "Referrals")
class ReferralAnswerResource {
  private final Responding responding;
  private final Viewing viewing;

  ReferralAnswerResource(Responding responding, Viewing viewing) {
    this.responding = responding;
    this.viewing = viewing;
  }

  @POST
  @Path("/{id}/receipt")
  @Idempotent
  @Operation(
      summary = "Confirm that a referral has arrived",
      description =
          "Whoever accepts, rejects or asks confirms it thereby. No content is sent. Roles:"
              + " practitioner, manager, liaison, commissioner, safeguarding-lead, clinician,"
              + " advocate, partner-system of the recipient.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the recipient does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(
      responseCode = "409",
      description = "conflict: it was confirmed before, or it is answered")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  public Response receive(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return viewing.ok(responding.receive(id, ifMatch));
  }

  @POST
  @Path("/{id}/acceptance")
  @Idempotent
  @RolesAllowed({
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "Take a referral on",
      description =
          "Nothing is chased any more. No content is sent. Roles: manager, liaison,"
              + " commissioner, safeguarding-lead, clinician, advocate, partner-system of the"
              + " recipient.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the recipient does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(responseCode = "409", description = "conflict: it is answered, or was taken back")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  public Response accept(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return viewing.ok(responding.accept(id, ifMatch));
  }

  @POST
  @Path("/{id}/rejection")
  @Idempotent
  @RolesAllowed({
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "Refuse a referral",
      description =
          "With a reason that reaches the sender. Roles: manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, partner-system of the recipient.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the recipient does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(responseCode = "409", description = "conflict: it is answered, or was taken back")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "invalid: the reason or the words to the sender are missing")
  public Response reject(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") RejectReferral rejection) {
    return viewing.ok(responding.reject(id, ifMatch, rejection));
  }

  @POST
  @Path("/{id}/information-request")
  @Idempotent
  @Operation(
      summary = "Ask the sender for more",
      description =
          "At any time until it is done with, one question at a time. While it is open, nothing"
              + " is chased. Roles: practitioner, manager, liaison, commissioner, safeguarding-lead,"
              + " clinician, advocate, partner-system of the recipient.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the recipient does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(
      responseCode = "409",
      description = "conflict: a question is open, or it is done with")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "invalid: the question is missing")
  public Response ask(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") AskInformation asked) {
    return viewing.ok(responding.ask(id, ifMatch, asked));
  }

  @POST
  @Path("/{id}/progress")
  @Idempotent
  @Operation(
      summary = "Say what is being done",
      description =
          "As often as there is something to say; ends a rest. Roles: practitioner, manager,"
              + " liaison, commissioner, safeguarding-lead, clinician, advocate, partner-system of"
              + " the recipient.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the recipient does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(
      responseCode = "409",
      description = "conflict: it was not accepted, or it is done with")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "invalid: the words are missing")
  public Response progress(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") ReportProgress report) {
    return viewing.ok(responding.progress(id, ifMatch, report));
  }

  @POST
  @Path("/{id}/hold")
  @Idempotent
  @RolesAllowed({
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "Let a referral rest",
      description =
          "Until a day, after which it goes on by itself. Roles: manager, liaison,"
              + " commissioner, safeguarding-lead, clinician, advocate, partner-system of the"
              + " recipient.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the recipient does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(
      responseCode = "409",
      description = "conflict: it was not accepted, or it is done with")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "invalid: the reason is missing, or the day is not ahead or too far ahead")
  public Response hold(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") HoldReferral hold) {
    return viewing.ok(responding.hold(id, ifMatch, hold));
  }

  @POST
  @Path("/{id}/outcome")
  @Idempotent
  @RolesAllowed({
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "Say what a referral came to",
      description =
          "With words, and feedback to whoever referred. Roles: manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, partner-system of the recipient.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the recipient does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(
      responseCode = "409",
      description = "conflict: it was not accepted, or it is done with")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "invalid: the outcome or the words are missing")
  public Response complete(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") CompleteReferral completion) {
    return viewing.ok(responding.complete(id, ifMatch, completion));
  }
}
