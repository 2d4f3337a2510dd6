package org.wraparound.actionplan.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.actionplan.templates.Priority;

/**
 * What was agreed of one action at one time, as a version of its plan keeps it.
 *
 * @param status where it stood then: PROPOSED until its owner agreed to exactly this
 * @param reason why it was declined, handed on or withdrawn, where that was the change
 */
@Schema(name = "AgreedAction")
public record Agreement(
    UUID actionId,
    String reference,
    ActionStatus status,
    String title,
    Party party,
    String ownerAgency,
    String ownerRole,
    String ownerName,
    LocalDate dueOn,
    String evidenceRequired,
    String intendedOutcome,
    String measure,
    String target,
    OutcomeDomain outcomeDomain,
    Priority priority,
    String answers,
    List<AgreedMilestone> milestones,
    List<LocalDate> reviewPoints,
    List<UUID> dependsOn,
    UUID followsUp,
    String reason) {

  /** A step towards it. */
  @Schema(name = "AgreedMilestone")
  public record AgreedMilestone(String title, LocalDate dueOn) {}
}
