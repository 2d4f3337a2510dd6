package org.wraparound.escalation.referrals;

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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

/** Reading referrals, and the sender's side. */
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
@Tag(
    name = "Referrals",
    description = "One agency asks another for something, and both see one thread")
class ReferralResource {
  private final Referrals referrals;
  private final Referring referring;
  private final Viewing viewing;

  ReferralResource(Referrals referrals, Referring referring, Viewing viewing) {
    this.referrals = referrals;
    this.referring = referring;
    this.viewing = viewing;
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
    "partner-system",
    "auditor"
  })
  @Operation(
      summary = "Referrals, the latest first",
      description =
          "Those of your agency and to it, and those about people whose circle it is in at"
              + " level FULL; drafts of your own agency alone. Each shows how the person is safely"
              + " told about. Roles: all but ops.")
  public Page<ReferralView> list(
      @BeanParam ReferralFilter filter, @Valid @BeanParam PageRequest page) {
    return viewing.page(referrals.page(filter, page), page);
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
    "partner-system",
    "auditor"
  })
  @Operation(
      summary = "One referral with its thread",
      description = "What both sides did and said, in order. Roles: all but ops.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  public Response one(@PathParam("id") UUID id) {
    return viewing.ok(referrals.get(id));
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Begin a referral",
      description =
          "As a draft, private to your agency. It takes along the coded facts of the incident"
              + " or the escalation it follows from; what people wrote there stays there. What else"
              + " is missing may follow. Roles: practitioner, manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, partner-system of an agency in the person's"
              + " circle.")
  @APIResponse(
      responseCode = "201",
      description = "Kept as a draft",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "404", description = "not-found: no such person for your agency")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  public Response draft(@Valid @NotNull(message = "send a JSON object") DraftReferral draft) {
    return viewing.created(referring.draft(draft));
  }

  @PUT
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "Write on at a draft",
      description =
          "The whole content, in place of what was there. Roles: practitioner, manager,"
              + " liaison, commissioner, safeguarding-lead, clinician, advocate, partner-system of"
              + " the sender.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(responseCode = "409", description = "conflict: it was sent")
  @APIResponse(responseCode = "412", description = "precondition-failed: it has changed since")
  @APIResponse(responseCode = "422", description = "invalid: every field to mend is named")
  @APIResponse(responseCode = "428", description = "precondition-required: send If-Match")
  public Response rewrite(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") ReferralContent content) {
    return viewing.ok(referring.rewrite(id, ifMatch, content));
  }

  @POST
  @Path("/{id}/sending")
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
      summary = "Send a referral",
      description =
          "From now on the recipient sees it, and its answer is awaited by respondBy. Needs"
              + " consent that permits it, or the law with a reason: against a refusal and without"
              + " asking, always the law. Writes an entry in the ledger of disclosures. Roles:"
              + " manager, liaison, commissioner, safeguarding-lead, clinician, advocate,"
              + " partner-system of the sender.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the sender does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(
      responseCode = "409",
      description =
          "conflict: it was sent before; or one to this agency for this purpose is live, and"
              + " related names it where you may see it")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  @APIResponse(
      responseCode = "422",
      description =
          "invalid: all that is missing is named: of what it says, of consent and basis; or the"
              + " person's safe communication forbids telling this agency")
  public Response send(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") SendReferral sending) {
    return viewing.ok(referring.send(id, ifMatch, sending));
  }

  @POST
  @Path("/{id}/information")
  @Idempotent
  @Operation(
      summary = "Answer a question of the recipient",
      description =
          "In the thread, on the grounds on which it was sent; writes an entry in the ledger."
              + " The time that the recipient has to answer grows by what this took. Roles:"
              + " practitioner, manager, liaison, commissioner, safeguarding-lead, clinician,"
              + " advocate, partner-system of the sender.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the sender does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(responseCode = "409", description = "conflict: no question is open")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "invalid: the answer or what it tells is missing")
  public Response inform(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") GiveInformation given) {
    return viewing.ok(referring.inform(id, ifMatch, given));
  }

  @POST
  @Path("/{id}/chase")
  @Idempotent
  @Operation(
      summary = "Remind the recipient",
      description =
          "While acceptance or rejection is awaited. Reminders go out by themselves too, from"
              + " respondBy on. No content is sent. Roles: practitioner, manager, liaison,"
              + " commissioner, safeguarding-lead, clinician, advocate, partner-system of the sender.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the sender does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(responseCode = "409", description = "conflict: no answer is awaited")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  public Response chase(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return viewing.ok(referring.chase(id, ifMatch));
  }

  @POST
  @Path("/{id}/feedback-receipt")
  @Idempotent
  @Operation(
      summary = "Confirm that outcome and feedback were read",
      description =
          "Once, after it was completed. No content is sent. Roles: practitioner, manager,"
              + " liaison, commissioner, safeguarding-lead, clinician, advocate, partner-system of"
              + " the sender.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the sender does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(
      responseCode = "409",
      description = "conflict: there is no outcome yet, or it was confirmed")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  public Response readFeedback(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return viewing.ok(referring.readFeedback(id, ifMatch));
  }

  @POST
  @Path("/{id}/cancellation")
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
      summary = "Take a referral back",
      description =
          "Until it is done with; a draft too. Roles: manager, liaison, commissioner,"
              + " safeguarding-lead, clinician, advocate, partner-system of the sender.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the sender does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(responseCode = "409", description = "conflict: it is done with")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "invalid: the reason is missing, or the words where it is OTHER")
  public Response cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") CancelReferral cancellation) {
    return viewing.ok(referring.cancel(id, ifMatch, cancellation));
  }

  @POST
  @Path("/{id}/entered-in-error")
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
      summary = "Say that a referral should never have been",
      description =
          "At any time; it stays on record with the reason. Roles: manager, liaison,"
              + " commissioner, safeguarding-lead, clinician, advocate, partner-system of the sender.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @APIResponse(responseCode = "403", description = "forbidden: only the sender does this")
  @APIResponse(responseCode = "404", description = "not-found: none, or none for your agency")
  @APIResponse(responseCode = "409", description = "conflict: it is marked already")
  @APIResponse(
      responseCode = "412",
      description = "precondition-failed: it has changed since; only with If-Match")
  @APIResponse(responseCode = "422", description = "invalid: the reason is missing")
  public Response enterInError(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull(message = "send a JSON object") EnterInError error) {
    return viewing.ok(referring.enterInError(id, ifMatch, error));
  }
}
