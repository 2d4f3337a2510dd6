package org.wraparound.actionplan.templates;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.web.Page;

@Path("/v1/plan-templates")
@Authenticated
@Tag(name = "Plan templates", description = "The actions that plans of a kind usually need.")
class PlanTemplatesResource {
  private final PlanTemplates templates;

  PlanTemplatesResource(PlanTemplates templates) {
    this.templates = templates;
  }

  @GET
  @Transactional
  @Operation(
      summary = "The plan templates",
      description =
          "All in one page, each with its actions per party: owner, due day in working days,"
              + " milestones, review points, evidence and intended outcome. Roles: everyone signed in.")
  public Page<PlanTemplateView> list(
      @Parameter(description = "Those of this kind, a code from the list plan-kind.")
          @QueryParam("kind")
          String kind) {
    return new Page<>(templates.ofKind(kind).stream().map(PlanTemplateView::of).toList(), null);
  }
}
