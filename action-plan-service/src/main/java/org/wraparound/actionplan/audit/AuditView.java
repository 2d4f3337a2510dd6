package org.wraparound.actionplan.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.ActionStatus;

/**
 * An audit as it is shown.
 *
 * @param size how many were drawn
 * @param population how many they were drawn from
 * @param drawnByAgency agency of who drew it, or their role where they are of none
 * @param drawnBy subject of the token
 * @param audited how many have been looked at
 * @param conforming how many of those are as they should be
 * @param actions those that the caller may see, in the order drawn; left out in lists
 */
@Schema(name = "ActionAudit")
record AuditView(
    UUID id,
    int seed,
    int size,
    int population,
    LocalDate closedFrom,
    LocalDate closedUntil,
    String ownerAgency,
    String provider,
    Instant drawnAt,
    String drawnByAgency,
    String drawnBy,
    int audited,
    int conforming,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Drawn> actions) {

  /**
   * An action that was drawn.
   *
   * @param provider whose plan it belongs to
   * @param finding null until somebody has looked at it
   */
  @Schema(name = "AuditedAction")
  record Drawn(
      UUID actionId,
      URI action,
      String reference,
      UUID personId,
      String provider,
      String ownerAgency,
      ActionStatus status,
      Instant closedAt,
      Finding finding) {

    private static Drawn of(AuditedAction drawn) {
      Action action = drawn.action();
      return new Drawn(
          action.id(),
          action.uri(),
          action.reference(),
          drawn.personId(),
          drawn.agency(),
          action.ownerAgency(),
          action.status(),
          action.closedAt(),
          drawn.foundAt() == null ? null : Finding.of(drawn));
    }
  }

  /**
   * What was found.
   *
   * @param evidenceSufficient null for an action that was withdrawn
   * @param impactChecked null for an action that was withdrawn
   * @param foundBy subject of the token
   */
  @Schema(name = "AuditFinding")
  record Finding(
      boolean conforms,
      Boolean evidenceSufficient,
      Boolean impactChecked,
      String words,
      Instant foundAt,
      String foundByAgency,
      String foundBy) {

    private static Finding of(AuditedAction drawn) {
      return new Finding(
          drawn.conforms(),
          drawn.evidenceSufficient(),
          drawn.impactChecked(),
          drawn.words(),
          drawn.foundAt(),
          drawn.foundByAgency(),
          drawn.foundBy());
    }
  }

  /** Without its actions. */
  static AuditView of(ActionAudit audit) {
    return of(audit, null);
  }

  static AuditView of(ActionAudit audit, List<AuditedAction> drawn) {
    return new AuditView(
        audit.id(),
        audit.seed(),
        audit.size(),
        audit.population(),
        audit.closedFrom(),
        audit.closedUntil(),
        audit.ownerAgency(),
        audit.provider(),
        audit.drawnAt(),
        audit.drawnByAgency(),
        audit.drawnBy(),
        audit.audited(),
        audit.conforming(),
        drawn == null ? null : drawn.stream().map(Drawn::of).toList());
  }
}
