package org.wraparound.actionplan.audit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Says what was found about an action that was drawn. */
@Schema(
    name = "RecordAuditFinding",
    example =
        """
        {"conforms": false, "evidenceSufficient": false, "impactChecked": true,
         "words": "The photographs show the lounge before the panels were fitted."}
        """)
record RecordFinding(
    @Schema(
            description =
                "Whether it was done, shown, checked and closed as it should be; of a withdrawn one,"
                    + " whether the reason stands.")
        @NotNull(message = "say whether it is as it should be")
        Boolean conforms,
    @Schema(description = "Whether the evidence shows that it was done; not of a withdrawn one.")
        Boolean evidenceSufficient,
    @Schema(
            description =
                "Whether the check looked at what had been intended; not of a withdrawn one.")
        Boolean impactChecked,
    @Schema(description = "What was found, in words; required unless it conforms.")
        @Size(max = 4000, message = "use at most 4000 characters")
        String words) {

  /**
   * @param verified whether the action was verified, not withdrawn
   * @throws ProblemException 422 naming what is missing, does not apply or does not fit together
   */
  void mustFit(boolean verified) {
    List<Violation> violations = new ArrayList<>();
    mustFit(violations, "evidenceSufficient", evidenceSufficient, verified);
    mustFit(violations, "impactChecked", impactChecked, verified);
    if (!conforms && (words == null || words.isBlank())) {
      violations.add(new Violation("words", "say what was wrong, so that others can learn of it"));
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  private void mustFit(List<Violation> violations, String field, Boolean answer, boolean verified) {
    if (verified && answer == null) {
      violations.add(new Violation(field, "say true or false: the action was verified"));
    } else if (!verified && answer != null) {
      violations.add(new Violation(field, "leave it out: the action was withdrawn"));
    } else if (conforms && Boolean.FALSE.equals(answer)) {
      violations.add(new Violation(field, "an action for which this is false does not conform"));
    }
  }
}
