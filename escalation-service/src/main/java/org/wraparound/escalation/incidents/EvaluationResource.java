package org.wraparound.escalation.incidents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

  EvaluationResource(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  /**
   * An evaluation as it is shown.
   *
   * @param rules each rule of the policy, fired or not, with the facts it saw
   */
  @Schema(name = "EvaluationView")
  record View(
      UUID id,
      UUID incidentId,
      UUID personId,
      String provider,
      int policyVersion,
      Instant evaluatedAt,
      List<RuleResult> rules) {
    static View of(Evaluation evaluation) {
      return new View(
          evaluation.id(),
          evaluation.incidentId(),
          evaluation.personId(),
          evaluation.agency(),
          evaluation.policyVersion(),
          evaluation.evaluatedAt(),
          evaluation.rules());
    }
  }

  @GET
  @Transactional
  @Operation(
      summary = "Evaluations of incidents, the latest first",
      description =
          "One for each incident. Where a rule hangs on a fact that nobody has recorded yet, it says"
              + " NOT_YET_RECORDED rather than not met.")
  public Page<View> list(
      @Parameter(description = "Of this incident.") @QueryParam("incidentId") UUID incidentId,
      @Parameter(description = "Of this person's incidents.") @QueryParam("personId") UUID personId,
      @Valid @BeanParam PageRequest page) {
    return Page.of(
        evaluations.page(incidentId, personId, page),
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
}
