package org.wraparound.actionplan.drift;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.kit.London;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/drift")
@Tag(
    name = "Drift",
    description = "What keeps actions from being done by their day, and who knows.")
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
class DriftResource {
  private final DriftingActions drifting;
  private final Barriers barriers;
  private final Clock clock;

  DriftResource(DriftingActions drifting, Barriers barriers, Clock clock) {
    this.drifting = drifting;
    this.barriers = barriers;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Actions that are not done by their day, by owner, the longest overdue first",
      description =
          "Those for people whose circle the caller's agency is in, whichever party owns them; one"
              + " that nobody took on drifts as well. Roles: practitioner, manager, liaison,"
              + " commissioner, safeguarding-lead, clinician, advocate, auditor, partner-system.")
  public Page<DriftingView> list(
      @BeanParam DriftFilter filter, @Valid @BeanParam PageRequest page) {
    List<Drifting> rows = drifting.page(filter, London.today(clock), page);
    Map<UUID, Long> standing =
        barriers.standing(rows.stream().map(row -> row.action().id()).toList());
    return Page.of(
        rows,
        page,
        row -> DriftingView.of(row, standing.getOrDefault(row.action().id(), 0L)),
        row -> cursor(row.action()));
  }

  private static Cursor cursor(Action action) {
    return Cursor.of(action.ownerAgency(), action.dueOn(), action.id());
  }
}
