package org.wraparound.actionplan.actions;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.actionplan.templates.Priority;
import org.wraparound.kit.London;

/** An action as callers see it. */
@Schema(name = "Action")
public record ActionView(
    UUID id,
    String reference,
    UUID planId,
    UUID personId,
    @Schema(description = "The provider whose plan it belongs to.") String provider,
    ActionStatus status,
    @Schema(description = "Still to be done, and its due day has ended.") boolean overdue,
    String title,
    Party party,
    @Schema(description = "Agency that does it.") String ownerAgency,
    @Schema(
            description =
                "Type of agency that should own it, where nobody of that type is in the circle:"
                    + " the provider owns it until one joins.")
        String ownerAgencyMissing,
    @Schema(description = "Code from the list owner-role.") String ownerRole,
    @Schema(description = "The person who does it; a suggestion while it is proposed.")
        String ownerName,
    @Schema(description = "Subject of that person's token, where it is known.") String ownerUserId,
    @Schema(description = "Last day to do it, Europe/London.") LocalDate dueOn,
    String evidenceRequired,
    String intendedOutcome,
    String measure,
    @Schema(description = "The value of the measure that is aimed at.") String target,
    OutcomeDomain outcomeDomain,
    Priority priority,
    @Schema(description = "The risk or need it answers.") String answers,
    @Schema(description = "Steps on the way, the earliest due first.")
        List<MilestoneView> milestones,
    @Schema(description = "Days on which it is looked at whether it is on track.")
        List<ReviewPointView> reviewPoints,
    @Schema(description = "Actions of the same plan that have to be done before it is started.")
        List<UUID> dependsOn,
    @Schema(description = "The action whose outcome was not achieved and which it takes on.")
        UUID followsUp,
    @Schema(description = "Template it was made from; null when worded by hand.") String template,
    UUID thresholdId,
    UUID escalationId,
    UUID transitionId,
    Instant proposedAt,
    @Schema(description = "Agency that worded it; SYSTEM where a rule did.")
        String proposedByAgency,
    @Schema(description = "When its owner took it on as it is worded now; null until then.")
        Instant agreedAt,
    String agreedByAgency,
    @Schema(description = "Who agreed for it, as the subject of their token.") String agreedBy,
    Instant declinedAt,
    String declinedByAgency,
    String declineReason,
    @Schema(description = "Why it was handed on last.") String reassignmentReason,
    Instant startedAt,
    Instant completedAt,
    String completedByAgency,
    @Schema(description = "Who completed it, as the subject of their token.") String completedBy,
    @Schema(description = "All that was ever shown, oldest first.") List<EvidenceView> evidence,
    @Schema(description = "All checks, oldest first.") List<CheckView> checks,
    @Schema(description = "What the latest check found; null before the first.") Impact impact,
    @Schema(description = "Day for another check, where the last found it too early to say.")
        LocalDate checkAgainOn,
    Instant verifiedAt,
    Instant withdrawnAt,
    String withdrawnByAgency,
    String withdrawalReason) {

  /**
   * A step on the way.
   *
   * @param position names it when it is reached, from 1
   */
  @Schema(name = "Milestone")
  public record MilestoneView(
      int position, String title, LocalDate dueOn, LocalDate reachedOn, String reachedByAgency) {}

  /**
   * A look at whether it is on track.
   *
   * @param onTrack null until it was looked at
   */
  @Schema(name = "ReviewPoint")
  public record ReviewPointView(
      LocalDate dueOn,
      Boolean onTrack,
      String finding,
      Instant reviewedAt,
      String reviewedByAgency) {}

  /** One thing that shows that it was done. */
  @Schema(name = "Evidence")
  public record EvidenceView(
      EvidenceKind kind,
      String reference,
      String note,
      EvidenceFileView file,
      Instant addedAt,
      String addedByAgency) {}

  /**
   * A file as it was when it was shown.
   *
   * @param href where its content is found
   */
  @Schema(name = "ShownFile")
  public record EvidenceFileView(
      UUID id, String name, String mediaType, long bytes, String sha256, URI href) {}

  /**
   * One check of whether it worked.
   *
   * @param followUpId the action that takes on what was not achieved
   */
  @Schema(name = "Check")
  public record CheckView(
      Impact impact,
      String finding,
      LocalDate checkAgainOn,
      UUID followUpId,
      Instant checkedAt,
      String checkedByAgency,
      String checkedBy) {}

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
        action.ownerName(),
        action.ownerUserId(),
        terms.dueOn(),
        terms.evidenceRequired(),
        terms.intendedOutcome(),
        terms.measure(),
        terms.target(),
        terms.outcomeDomain(),
        terms.priority(),
        terms.answers(),
        milestones(action),
        action.reviewPoints().stream().map(ActionView::of).toList(),
        action.dependsOn(),
        action.followsUp(),
        origin.template(),
        origin.thresholdId(),
        origin.escalationId(),
        origin.transitionId(),
        action.proposedAt(),
        action.proposedByAgency(),
        action.agreedAt(),
        action.agreedByAgency(),
        action.agreedBy(),
        action.declinedAt(),
        action.declinedByAgency(),
        action.declineReason(),
        action.reassignmentReason(),
        action.startedAt(),
        action.completedAt(),
        action.completedByAgency(),
        action.completedBy(),
        action.evidence().stream().map(ActionView::of).toList(),
        action.checks().stream().map(ActionView::of).toList(),
        action.impact(),
        action.checkAgainOn(),
        action.verifiedAt(),
        action.withdrawnAt(),
        action.withdrawnByAgency(),
        action.withdrawalReason());
  }

  private static List<MilestoneView> milestones(Action action) {
    List<MilestoneView> views = new ArrayList<>();
    for (Milestone step : action.milestones()) {
      views.add(
          new MilestoneView(
              views.size() + 1,
              step.title(),
              step.dueOn(),
              step.isReached() ? London.dayOf(step.reachedAt()) : null,
              step.reachedByAgency()));
    }
    return views;
  }

  private static ReviewPointView of(ReviewPoint point) {
    return new ReviewPointView(
        point.reviewOn(),
        point.onTrack(),
        point.finding(),
        point.reviewedAt(),
        point.reviewedByAgency());
  }

  private static EvidenceView of(Evidence item) {
    return new EvidenceView(
        item.kind(),
        item.reference(),
        item.note(),
        item.file() == null ? null : of(item.file()),
        item.addedAt(),
        item.addedByAgency());
  }

  private static EvidenceFileView of(Evidence.Shown file) {
    return new EvidenceFileView(
        file.id(),
        file.name(),
        file.mediaType(),
        file.bytes(),
        file.sha256(),
        URI.create("/v1/evidence-files/" + file.id()));
  }

  private static CheckView of(Check check) {
    return new CheckView(
        check.impact(),
        check.finding(),
        check.checkAgainOn(),
        check.followUpId(),
        check.checkedAt(),
        check.checkedByAgency(),
        check.checkedBy());
  }
}
