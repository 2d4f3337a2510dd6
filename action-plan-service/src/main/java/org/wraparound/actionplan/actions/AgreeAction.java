package org.wraparound.actionplan.actions;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
         "ownerAgency": "OAKFIELD", "ownerRole": "manager", "dueOn": "2030-03-31",
         "evidenceRequired": "Photographs and the fitter's job sheet",
         "intendedOutcome": "Both tenants can use the lounge without being startled",
         "measure": "Fewer than two noise-led incidents in four weeks",
         "outcomeDomain": "ENVIRONMENT", "priority": "HIGH"}
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
    OutcomeDomain outcomeDomain,
    Priority priority) {

  Terms terms() {
    return new Terms(
        title.strip(),
        party,
        ownerRole,
        dueOn,
        evidenceRequired,
        intendedOutcome,
        measure,
        outcomeDomain,
        priority);
  }
}
