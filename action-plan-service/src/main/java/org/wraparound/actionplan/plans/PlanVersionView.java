package org.wraparound.actionplan.plans;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.Agreement;
import org.wraparound.actionplan.actions.Change;

/** A plan as it was agreed at one version. */
@Schema(name = "PlanVersion")
record PlanVersionView(
    UUID planId,
    int number,
    Change change,
    @Schema(description = "The action that changed.") UUID actionId,
    Instant changedAt,
    @Schema(description = "Agency that changed it; SYSTEM where a rule did.") String byAgency,
    @Schema(description = "Who changed it, as the subject of their token.") String by,
    @Schema(description = "Every action as it was agreed then, in the order they were added.")
        List<Agreement> actions) {

  /** One change, as a list of them shows it. */
  @Schema(name = "PlanChange")
  record Entry(
      int number,
      Change change,
      UUID actionId,
      @Schema(description = "Reference of the action that changed.") String actionReference,
      Instant changedAt,
      @Schema(description = "Agency that changed it; SYSTEM where a rule did.") String byAgency,
      @Schema(description = "Who changed it, as the subject of their token.") String by,
      @Schema(description = "The whole plan as it was agreed from then on.") URI href) {

    static Entry of(PlanVersion version) {
      return new Entry(
          version.number(),
          version.change(),
          version.actionId(),
          version.agreement().reference(),
          version.madeAt(),
          version.madeByAgency(),
          version.madeBy(),
          URI.create("/v1/plans/" + version.planId() + "/versions/" + version.number()));
    }
  }

  /**
   * @param latest of each action the latest change up to the version
   */
  static PlanVersionView of(PlanVersion version, List<PlanVersion> latest) {
    return new PlanVersionView(
        version.planId(),
        version.number(),
        version.change(),
        version.actionId(),
        version.madeAt(),
        version.madeByAgency(),
        version.madeBy(),
        latest.stream().map(PlanVersion::agreement).toList());
  }
}
