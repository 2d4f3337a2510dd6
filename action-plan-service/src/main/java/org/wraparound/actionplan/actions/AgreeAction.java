package org.wraparound.actionplan.actions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.actionplan.templates.Priority;

/**
 * An action worded by hand. What is required is checked with the other rules of an agreement, so
 * that one answer names everything there is to mend.
 */
@Schema(
    requiredProperties = {
      "title",
      "party",
      "ownerAgency",
      "ownerRole",
      "dueOn",
      "evidenceRequired",
      "intendedOutcome",
      "measure",
      "outcomeDomain",
      "priority"
    },
    example =
        """
        {"title": "Fit acoustic panels in the shared lounge", "party": "PROVIDER",
         "ownerAgency": "OAKFIELD", "ownerRole": "manager", "ownerName": "Sam Whitlock",
         "dueOn": "2030-03-29",
         "evidenceRequired": "Photographs and the fitter's job sheet",
         "intendedOutcome": "Both tenants can use the lounge without being startled",
         "measure": "Noise-led incidents in four weeks", "target": "Fewer than two",
         "outcomeDomain": "ENVIRONMENT", "priority": "HIGH",
         "answers": "Noise from the lounge sets off most of the incidents",
         "milestones": [{"title": "Panels ordered", "dueOn": "2030-03-08"}],
         "reviewPoints": ["2030-03-15"], "dependsOn": []}
        """)
public record AgreeAction(
    @Schema(description = "What will be done: at least 15 characters and specific enough to check.")
        @Size(max = 200, message = "use at most 200 characters; put detail in intendedOutcome")
        String title,
    Party party,
    @Schema(description = "Code of an agency in the person's circle.")
        @Size(max = 100, message = "use the agency's code, at most 100 characters")
        String ownerAgency,
    @Schema(description = "Code from the list owner-role.")
        @Size(max = 100, message = "use a code from the list owner-role")
        String ownerRole,
    @Schema(
            description =
                "The person who does it. Named by their own agency, the action is agreed; without a"
                    + " name, or proposed by another, it waits until that agency accepts it.")
        @Size(max = 200, message = "use at most 200 characters")
        String ownerName,
    @Schema(
            description =
                "Subject of that person's token, where it is known: they may then not verify it.")
        @Size(max = 200, message = "use at most 200 characters")
        String ownerUserId,
    @Schema(description = "Last day to do it, Europe/London; today or later.") LocalDate dueOn,
    @Schema(description = "What will show that it was done.")
        @Size(max = 4000, message = "use at most 4000 characters")
        String evidenceRequired,
    @Schema(description = "What should be better for the person.")
        @Size(max = 4000, message = "use at most 4000 characters")
        String intendedOutcome,
    @Schema(description = "How to tell that it is better.")
        @Size(max = 4000, message = "use at most 4000 characters")
        String measure,
    @Schema(description = "The value of the measure that is aimed at.")
        @Size(max = 4000, message = "use at most 4000 characters")
        String target,
    OutcomeDomain outcomeDomain,
    Priority priority,
    @Schema(description = "The risk or need it answers.")
        @Size(max = 4000, message = "use at most 4000 characters")
        String answers,
    @Schema(description = "Steps on the way, each by a day from today until dueOn.")
        @Size(max = 20, message = "give at most 20 milestones")
        List<@NotNull(message = "say what it is") @Valid Step> milestones,
    @Schema(
            description =
                "Days from today until dueOn on which it is looked at whether it is on track.")
        @Size(max = 20, message = "give at most 20 review points")
        List<@NotNull(message = "give a day, such as 2026-01-31") LocalDate> reviewPoints,
    @Schema(description = "Ids of actions of the same plan that have to be done before it starts.")
        @Size(max = 20, message = "name at most 20 actions")
        List<@NotNull(message = "name an action by its id") UUID> dependsOn) {

  /** Lists that are not sent are empty. */
  public AgreeAction {
    milestones = milestones == null ? List.of() : milestones;
    reviewPoints = reviewPoints == null ? List.of() : reviewPoints;
    dependsOn = dependsOn == null ? List.of() : dependsOn;
  }

  /** A step on the way. */
  @Schema(
      name = "AgreeMilestone",
      requiredProperties = {"title", "dueOn"})
  public record Step(
      @Schema(description = "What will have been reached.")
          @Size(max = 200, message = "use at most 200 characters")
          String title,
      @Schema(description = "Last day to reach it, Europe/London.") LocalDate dueOn) {}

  Terms terms() {
    return new Terms(
        title.strip(),
        party,
        ownerRole,
        dueOn,
        evidenceRequired,
        intendedOutcome,
        measure,
        target,
        outcomeDomain,
        priority,
        answers);
  }

  Owner owner() {
    boolean named = ownerName != null && !ownerName.isBlank();
    return new Owner(
        ownerAgency, null, named ? ownerName.strip() : null, named ? ownerUserId : null);
  }

  Course course() {
    return new Course(
        milestones.stream()
            .map(step -> Milestone.of(step.title().strip(), step.dueOn()))
            .sorted(Comparator.comparing(Milestone::dueOn))
            .toList(),
        reviewPoints.stream().distinct().sorted().toList(),
        Set.copyOf(dependsOn));
  }
}
