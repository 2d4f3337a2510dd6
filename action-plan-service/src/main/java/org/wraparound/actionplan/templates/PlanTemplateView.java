package org.wraparound.actionplan.templates;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.templates.PlanTemplateAction.CountedFrom;
import org.wraparound.actionplan.templates.PlanTemplateAction.Step;

/** A plan template as callers see it. */
@Schema(name = "PlanTemplate")
record PlanTemplateView(
    String code,
    @Schema(description = "Code from the list plan-kind.") String kind,
    String title,
    @Schema(
            description =
                "What happens on the day that due days are counted from beside the opening; null"
                    + " where there is none. Send that day as keyDate when opening a plan.")
        String keyDate,
    List<Item> actions) {

  /** One of its actions. */
  @Schema(name = "PlanTemplateAction")
  record Item(
      @Schema(description = "Code of its wording.") String template,
      String title,
      Party party,
      @Schema(
              description =
                  "Code from the list of agency types: who is asked; the provider holds the action"
                      + " until one of that type is in the circle.")
          String agencyType,
      @Schema(description = "Code from the list owner-role.") String ownerRole,
      CountedFrom countedFrom,
      @Schema(description = "Working days of England and Wales; negative: before the key date.")
          int dueInWorkingDays,
      String evidenceRequired,
      String intendedOutcome,
      String measure,
      String target,
      OutcomeDomain outcomeDomain,
      Priority priority,
      @Schema(description = "The risk or need it answers.") String answers,
      List<Step> milestones,
      @Schema(description = "Review points, counted as dueInWorkingDays.")
          List<Integer> reviewsInWorkingDays,
      @Schema(description = "Codes of those that have to be done first.") List<String> dependsOn) {

    private static Item of(PlanTemplateAction item) {
      ActionTemplate action = item.action();
      return new Item(
          action.code(),
          action.title(),
          action.party(),
          action.agencyType(),
          action.ownerRole(),
          item.countedFrom(),
          item.dueInWorkingDays(),
          action.evidenceRequired(),
          action.intendedOutcome(),
          action.measure(),
          action.target(),
          action.outcomeDomain(),
          action.priority(),
          action.answers(),
          item.milestones(),
          item.reviewsInWorkingDays(),
          item.dependsOn());
    }
  }

  static PlanTemplateView of(PlanTemplate template) {
    return new PlanTemplateView(
        template.code(),
        template.kind(),
        template.title(),
        template.keyDate(),
        template.actions().stream().map(Item::of).toList());
  }
}
