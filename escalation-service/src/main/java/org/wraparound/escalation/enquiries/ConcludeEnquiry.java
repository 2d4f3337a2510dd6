package org.wraparound.escalation.enquiries;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * Conclude an enquiry.
 *
 * @param riskOutcome needed where a risk was identified
 * @param makingSafeguardingPersonal what the person wants, asked anew; left out where nothing has
 *     changed since the enquiry opened
 * @param wishesAchieved needed where the person expressed what they want
 * @param words what it came to and why; 20 to 4000 characters
 */
@Schema(
    name = "ConcludeEnquiry",
    example =
        """
        {
          "riskAssessment": "RISK_IDENTIFIED_ACTION_TAKEN",
          "riskOutcome": "REDUCED",
          "wishesAchieved": "FULLY_ACHIEVED",
          "words": "The neighbour has moved; the person stays and says they feel safe at home."
        }
        """)
record ConcludeEnquiry(
    @NotNull(message = "say what was made of the risk; see the list risk-assessment")
        RiskAssessment riskAssessment,
    RiskOutcome riskOutcome,
    @Valid MakingSafeguardingPersonal makingSafeguardingPersonal,
    MakingSafeguardingPersonal.Achieved wishesAchieved,
    @NotBlank(message = "say what it came to")
        @Size(min = 20, max = 4000, message = "say what it came to, in 20 to 4000 characters")
        String words) {

  /**
   * What is said in several fields must fit together.
   *
   * @param wishes what the person wants, as it is known at the end
   * @throws ProblemException with each thing that does not
   */
  void mustFit(MakingSafeguardingPersonal wishes) {
    List<Violation> wrong = new ArrayList<>();
    goesWith(
        riskAssessment.identified(),
        "riskOutcome",
        riskOutcome,
        "say what became of the risk: REMAINED, REDUCED or REMOVED",
        "goes only with a risk that was identified",
        wrong);
    if (makingSafeguardingPersonal != null) {
      makingSafeguardingPersonal.check(wrong);
    }
    goesWith(
        wishes.expressed(),
        "wishesAchieved",
        wishesAchieved,
        "the person said what they want; say how far it was achieved",
        "goes only with wishes that the person expressed",
        wrong);
    if (!wrong.isEmpty()) {
      throw ProblemException.invalid(wrong);
    }
  }

  private static void goesWith(
      boolean needed,
      String field,
      Object value,
      String ask,
      String refusal,
      List<Violation> wrong) {
    if (needed && value == null) {
      wrong.add(new Violation(field, ask));
    } else if (!needed && value != null) {
      wrong.add(new Violation(field, refusal));
    }
  }
}
