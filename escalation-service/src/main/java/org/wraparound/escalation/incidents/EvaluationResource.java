package org.wraparound.escalation.incidents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.escalation.overrides.OverrideView;
import org.wraparound.escalation.policies.Trigger;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;

@Path("/v1/evaluations")
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
@Tag(name = "Evaluations", description = "What each rule made of an incident, and why")
class EvaluationResource {
  private final Evaluations evaluations;
  private final EscalatingByHand escalatingByHand;

  EvaluationResource(Evaluations evaluations, EscalatingByHand escalatingByHand) {
    this.evaluations = evaluations;
    this.escalatingByHand = escalatingByHand;
  }

  /**
   * An evaluation as it is shown.
   *
   * @param on what was put to the rules
   * @param subjectId the incident, action, reading or step-up
   * @param incidentId the incident, where it was one; otherwise null
   * @param cause why it was put to them
   * @param number counts the evaluations of the same subject
   * @param policyVersion the first of the policies that applied
   * @param policies those that applied
   * @param rules each rule of each policy, fired or not, with the facts it saw
   */
  @Schema(name = "EvaluationView")
  record View(
      UUID id,
      Trigger on,
      UUID subjectId,
      UUID incidentId,
      Cause cause,
      int number,
      UUID personId,
      String provider,
      int policyVersion,
      List<Evaluation.Applied> policies,
      Instant evaluatedAt,
      List<RuleResult> rules) {
    static View of(Evaluation evaluation) {
      return new View(
          evaluation.id(),
          evaluation.trigger(),
          evaluation.subjectId(),
          evaluation.trigger() == Trigger.INCIDENT ? evaluation.subjectId() : null,
          evaluation.cause(),
          evaluation.number(),
          evaluation.personId(),
          evaluation.agency(),
          evaluation.policyVersion(),
          evaluation.policies(),
          evaluation.evaluatedAt(),
          evaluation.rules());
    }
  }

  @GET
  @Transactional
  @Operation(
      summary = "Evaluations, the latest first",
      description =
          "One for each incident, and one more each time its record was corrected; also of actions"
              + " overdue, indicators breached and step-ups that last. Where a rule hangs on a fact that nobody has recorded yet, it says"
              + " NOT_YET_RECORDED rather than not met.")
  public Page<View> list(
      @Parameter(description = "Of this incident.") @QueryParam("incidentId") UUID incidentId,
      @Parameter(description = "Of this incident, action, reading or step-up.")
          @QueryParam("subjectId")
          UUID subjectId,
      @Parameter(description = "Of this person's incidents.") @QueryParam("personId") UUID personId,
      @Valid @BeanParam PageRequest page) {
    return Page.of(
        evaluations.page(subjectId == null ? incidentId : subjectId, personId, page),
        page,
        View::of,
        evaluation -> Cursor.of(evaluation.id()));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "One evaluation",
      description = "Each rule, fired or not, with the facts it saw and the incidents they are of.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  public Response one(@PathParam("id") UUID id) {
    Evaluation evaluation =
        evaluations
            .findByIdOptional(id)
            .orElseThrow(() -> ProblemException.notFound("evaluation", id));
    return EntityTags.ok(View.of(evaluation), evaluation.version());
  }

  @POST
  @Path("/{id}/override")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead", "clinician"})
  @Operation(
      summary = "Escalate what crosses no threshold",
      description =
          "Raises an escalation to a route with the clocks, ladder and tier of the least serious rule"
              + " to it. The reason stays with it and shows in quality reports. Roles: manager,"
              + " safeguarding-lead, clinician.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = OverrideView.class)))
  @APIResponse(responseCode = "403", description = "Another role.")
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller's agency.")
  @APIResponse(responseCode = "409", description = "It is escalated to that route and still open.")
  @APIResponse(responseCode = "422", description = "The route or reason is missing.")
  public Response escalate(
      @PathParam("id") UUID id,
      @Valid @NotNull(message = "send {\"route\": …, \"reason\": …}") EscalateByHand command) {
    OverrideView made = escalatingByHand.escalate(id, command);
    return Response.status(Response.Status.CREATED)
        .header("Location", "/v1/escalations/" + made.escalationId())
        .entity(made)
        .build();
  }
}
