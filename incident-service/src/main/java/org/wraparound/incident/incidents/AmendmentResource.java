package org.wraparound.incident.incidents;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.EntityTags;

@Path(IncidentResource.PATH)
@Tag(
    name = "Incidents as evidence",
    description = "What may be done to a record after it was made: nothing is written over")
class AmendmentResource {
  private final Amending amending;
  private final Linking linking;
  private final Evidence evidence;

  AmendmentResource(Amending amending, Linking linking, Evidence evidence) {
    this.amending = amending;
    this.linking = linking;
    this.evidence = evidence;
  }

  @POST
  @Path("/{id}/addenda")
  @Idempotent
  @RolesAllowed({"practitioner", "manager", "liaison", "partner-system"})
  @Operation(
      summary = "Add to an incident",
      description =
          "In words, or as fields that were not yet recorded. What is recorded already is corrected, not added"
              + " over. A record that was signed off is to be reviewed again. Roles: practitioner, manager, liaison,"
              + " partner-system, of the agency whose record it is.")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "The incident with what was added")
  @APIResponse(responseCode = "403", description = "forbidden: it is another agency's record")
  @APIResponse(responseCode = "404", description = "not-found: none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it was withdrawn")
  @APIResponse(responseCode = "412", description = "precondition-failed: only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "invalid: a field is recorded already, or is missing or wrong")
  public Response add(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull AddToIncident addendum) {
    return ok(amending.add(id, ifMatch, addendum));
  }

  @POST
  @Path("/{id}/correction-requests")
  @Idempotent
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
  @Operation(
      summary = "Ask for a correction",
      description =
          "By anyone who may see the record. The agency whose record it is answers. Roles: all but auditor and ops.")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "The incident with the request")
  @APIResponse(responseCode = "404", description = "not-found: none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it was withdrawn")
  @APIResponse(responseCode = "412", description = "precondition-failed: only with If-Match")
  @APIResponse(responseCode = "422", description = "invalid: something is missing or wrong")
  public Response requestCorrection(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull RequestCorrection request) {
    return ok(amending.requestCorrection(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/correction-requests/{requestId}/answer")
  @Idempotent
  @RolesAllowed({"manager", "liaison"})
  @Operation(
      summary = "Answer a request for a correction",
      description =
          "Accepted, the record stands corrected from now on, as proposed or as you say, and what it said before"
              + " stays in its history. A field can be given another value or none, not be made unrecorded. Roles:"
              + " manager or liaison of the agency whose record it is, but not whoever asked.")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "The incident with the answer")
  @APIResponse(
      responseCode = "403",
      description = "forbidden: another agency's record, or your own request")
  @APIResponse(responseCode = "404", description = "not-found: none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: answered already, or withdrawn")
  @APIResponse(responseCode = "412", description = "precondition-failed: only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "invalid: nobody says what is right, it changes nothing, or it breaks a rule")
  public Response answer(
      @PathParam("id") UUID id,
      @PathParam("requestId") UUID requestId,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull AnswerCorrection answer) {
    return ok(amending.answer(id, requestId, ifMatch, answer));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Idempotent
  @RolesAllowed("manager")
  @Operation(
      summary = "Withdraw an incident",
      description =
          "It should not have been recorded. It stays readable, counts no more, and nothing more can be done to it."
              + " Roles: manager of the agency whose record it is.")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "The incident, withdrawn")
  @APIResponse(responseCode = "403", description = "forbidden: it is another agency's record")
  @APIResponse(responseCode = "404", description = "not-found: none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it was withdrawn before")
  @APIResponse(responseCode = "412", description = "precondition-failed: only with If-Match")
  @APIResponse(responseCode = "422", description = "invalid: the reason is missing")
  public Response withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull WithdrawIncident withdrawal) {
    return ok(amending.withdraw(id, ifMatch, withdrawal));
  }

  @POST
  @Path("/{id}/duplicate-link")
  @Idempotent
  @RolesAllowed({"manager", "liaison"})
  @Operation(
      summary = "Say that a record is a second record of another incident",
      description =
          "It stays readable and counts no more. Both must be about the same person, and neither linked or withdrawn"
              + " already. Roles: manager or liaison of the agency whose record the second one is.")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "The second record, linked")
  @APIResponse(responseCode = "403", description = "forbidden: it is another agency's record")
  @APIResponse(responseCode = "404", description = "not-found: either is none you may see")
  @APIResponse(
      responseCode = "409",
      description = "conflict: either is linked already or was withdrawn")
  @APIResponse(responseCode = "412", description = "precondition-failed: only with If-Match")
  @APIResponse(
      responseCode = "422",
      description = "invalid: the same record, or one about another person")
  public Response link(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull LinkDuplicate link) {
    return ok(linking.link(id, ifMatch, link));
  }

  @POST
  @Path("/{id}/duplicate-link/removal")
  @Idempotent
  @RolesAllowed({"manager", "liaison"})
  @Operation(
      summary = "Say that a record is no second record after all",
      description = "It counts again. Roles: manager or liaison of the agency whose record it is.")
  @APIResponseSchema(
      value = IncidentView.class,
      responseCode = "200",
      responseDescription = "The record, no longer linked")
  @APIResponse(responseCode = "403", description = "forbidden: it is another agency's record")
  @APIResponse(responseCode = "404", description = "not-found: none, or none you may see")
  @APIResponse(responseCode = "409", description = "conflict: it is not linked")
  @APIResponse(responseCode = "412", description = "precondition-failed: only with If-Match")
  @APIResponse(responseCode = "422", description = "invalid: the reason is missing")
  public Response unlink(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid @NotNull UnlinkDuplicate removal) {
    return ok(linking.unlink(id, ifMatch, removal));
  }

  private Response ok(Incident incident) {
    return EntityTags.ok(evidence.view(incident), incident.version());
  }
}
