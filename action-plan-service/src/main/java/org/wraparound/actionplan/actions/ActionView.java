package org.wraparound.actionplan.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.actionplan.templates.Priority;

/** An action as callers see it. */
@Schema(name = "Action")
public record ActionView(
    UUID id,
    String reference,
    UUID planId,
    UUID personId,
    @Schema(description = "The provider whose plan it belongs to.") String provider,
    ActionStatus status,
    @Schema(description = "Open, and its due day has ended.") boolean overdue,
    String title,
    Party party,
    @Schema(description = "Agency that does it.") String ownerAgency,
    @Schema(
            description =
                "Type of agency that should own it, where nobody of that type is in the circle:"
                    + " the provider owns it until one joins.")
        String ownerAgencyMissing,
    @Schema(description = "Code from the list owner-role.") String ownerRole,
    @Schema(description = "Last day to do it, Europe/London.") LocalDate dueOn,
    String evidenceRequired,
    String intendedOutcome,
    String measure,
    OutcomeDomain outcomeDomain,
    Priority priority,
    @Schema(description = "Template it was made from; null when worded by hand.") String template,
    UUID thresholdId,
    UUID escalationId,
    UUID transitionId,
    Instant agreedAt,
    String agreedByAgency,
    Instant completedAt,
    String completedByAgency,
    @Schema(description = "Who completed it, as the subject of their token.") String completedBy,
    @Schema(description = "All that was ever shown, oldest first.") List<EvidenceView> evidence,
    @Schema(description = "All checks, oldest first.") List<CheckView> checks,
    Instant verifiedAt,
    Instant withdrawnAt,
    String withdrawnByAgency,
    String withdrawalReason) {

  /** One thing that shows that it was done. */
  @Schema(name = "Evidence")
  public record EvidenceView(
      EvidenceKind kind, String reference, String note, Instant addedAt, String addedByAgency) {}

  /** One check of whether it worked. */
  @Schema(name = "Check")
  public record CheckView(
      Impact impact, String finding, Instant checkedAt, String checkedByAgency, String checkedBy) {}

  /** The action as it stands on that day. */
  public static ActionView of(Action action, LocalDate today) {
    Terms terms = action.terms();
    Origin origin = action.origin() == null ? new Origin(null, null, null, null) : action.origin();
    return new ActionView(
        action.id(),
        action.reference(),
        action.planId(),
        action.personId(),
        action.agency(),
        action.status(),
        action.isOverdue(today),
        terms.title(),
        terms.party(),
        action.ownerAgency(),
        action.ownerAgencyMissing(),
        terms.ownerRole(),
        terms.dueOn(),
        terms.evidenceRequired(),
        terms.intendedOutcome(),
        terms.measure(),
        terms.outcomeDomain(),
        terms.priority(),
        origin.template(),
        origin.thresholdId(),
        origin.escalationId(),
        origin.transitionId(),
        action.agreedAt(),
        action.agreedByAgency(),
        action.completedAt(),
        action.completedByAgency(),
        action.completedBy(),
        action.evidence().stream()
            .map(
                item ->
                    new EvidenceView(
                        item.kind(),
                        item.reference(),
                        item.note(),
                        item.addedAt(),
                        item.addedByAgency()))
            .toList(),
        action.checks().stream()
            .map(
                check ->
                    new CheckView(
                        check.impact(),
                        check.finding(),
                        check.checkedAt(),
                        check.checkedByAgency(),
                        check.checkedBy()))
            .toList(),
        action.verifiedAt(),
        action.withdrawnAt(),
        action.withdrawnByAgency(),
        action.withdrawalReason());
  }
}
