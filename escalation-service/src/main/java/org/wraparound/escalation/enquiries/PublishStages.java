package org.wraparound.escalation.enquiries;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.ProblemException;

/**
 * Publish the stages of an authority's enquiries.
 *
 * @param stages in the order in which they are usually done; 1 to 20
 */
@Schema(
    name = "PublishStages",
    example =
        """
        {
          "stages": [
            {"code": "PLANNING", "title": "Plan agreed with the person", "withinWorkingDays": 5},
            {"code": "OUTCOME_MEETING", "title": "Outcome meeting", "withinWorkingDays": 28},
            {"code": "PLAN_REVIEW", "title": "Safeguarding plan reviewed"}
          ]
        }
        """)
record PublishStages(
    @NotEmpty(message = "an enquiry has at least one stage")
        @Size(max = 20, message = "list at most 20")
        List<@Valid @NotNull StagePlan> stages) {

  /**
   * @throws ProblemException when two stages have one code
   */
  void mustNotRepeat() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < stages.size(); i++) {
      if (!codes.add(stages.get(i).code())) {
        throw ProblemException.invalid("stages[" + i + "].code", "is there twice");
      }
    }
  }
}
