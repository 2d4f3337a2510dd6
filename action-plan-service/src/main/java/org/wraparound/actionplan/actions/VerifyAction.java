package org.wraparound.actionplan.actions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** What a check of a completed action found. */
@Schema(
    example =
        """
        {"impact": "ACHIEVED",
         "finding": "One noise-led incident in four weeks, down from seven."}
        """)
record VerifyAction(
    @NotNull(message = "say whether it achieved what was intended, from the list impact")
        Impact impact,
    @NotBlank(message = "say what you looked at and what you found")
        @Size(max = 4000, message = "use at most 4000 characters")
        String finding,
    @Schema(
            description =
                "Day for another check, Europe/London, after today; required for TOO_EARLY_TO_SAY.")
        LocalDate checkAgainOn,
    @Schema(
            description =
                "With PARTIALLY_ACHIEVED or NOT_ACHIEVED: another action that takes on the rest, and"
                    + " this one is closed. Without it, this one is to be done again.")
        @Valid
        AgreeAction followUp) {

  /**
   * @throws ProblemException 422 when day or follow-up do not go with what was found
   */
  void requireConsistent(LocalDate today) {
    List<Violation> found = new ArrayList<>();
    if (impact == Impact.TOO_EARLY_TO_SAY) {
      if (checkAgainOn == null || !checkAgainOn.isAfter(today)) {
        found.add(new Violation("checkAgainOn", "give a day after today to check it again"));
      }
    } else if (checkAgainOn != null) {
      found.add(new Violation("checkAgainOn", "goes with TOO_EARLY_TO_SAY only"));
    }
    if (followUp != null && (impact == Impact.ACHIEVED || impact == Impact.TOO_EARLY_TO_SAY)) {
      found.add(new Violation("followUp", "goes with PARTIALLY_ACHIEVED and NOT_ACHIEVED only"));
    }
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }
}
