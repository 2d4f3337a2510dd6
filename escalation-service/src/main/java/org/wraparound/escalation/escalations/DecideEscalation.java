package org.wraparound.escalation.escalations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;
import org.wraparound.escalation.safeguarding.MentalCapacity;
import org.wraparound.escalation.safeguarding.S42;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * Decide what an escalation leads to.
 *
 * @param rationale why, for whoever asks later; 20 to 4000 characters
 * @param immediateSafetyConfirmed whether it is confirmed that everyone is safe for now
 * @param immediateSafetyExplanation why it is not confirmed, where it is not, and what is being
 *     done; 20 to 4000 characters
 * @param decidingRole the role you decide in; may be left out by those who hold only one that
 *     decides
 * @param noFurtherActionReason needed with NO_FURTHER_ACTION, beside the rationale
 * @param s42 needed where a local authority decides about a safeguarding concern directed to it
 * @param makingSafeguardingPersonal what the person wants; needed with s42, welcome always
 * @param mentalCapacity needed with s42, welcome always
 */
@Schema(
    name = "DecideEscalation",
    example =
        """
        {
          "decision": "MEETING",
          "rationale": "A third allegation within a month, against the same neighbour.",
          "immediateSafetyConfirmed": true,
          "s42": {
            "careAndSupportNeeds": "YES",
            "abuseOrNeglectOrRisk": "YES",
            "unableToProtectSelf": "YES",
            "outcome": "MET_PROGRESS_TO_S42_2"
          },
          "makingSafeguardingPersonal": {"asked": "ASKED_AND_EXPRESSED", "wishes": "To stay in the flat and feel safe there."},
          "mentalCapacity": {"capacity": "HAD", "supportedBy": "ADVOCATE"}
        }
        """)
record DecideEscalation(
    @NotNull(message = "say which: REFERRAL, MEETING, ACTIONS_ONLY or NO_FURTHER_ACTION")
        Decision decision,
    @NotBlank(message = "say why, in a sentence or more")
        @Size(
            min = 20,
            max = 4000,
            message = "say why, in 20 to 4000 characters, so that others can follow the decision")
        String rationale,
    @NotNull(message = "say whether everyone's immediate safety is confirmed: true or false")
        Boolean immediateSafetyConfirmed,
    @Size(min = 20, max = 4000, message = "explain in 20 to 4000 characters")
        String immediateSafetyExplanation,
    @Size(max = 60, message = "name a role") String decidingRole,
    NoFurtherActionReason noFurtherActionReason,
    @Valid S42 s42,
    @Valid MakingSafeguardingPersonal makingSafeguardingPersonal,
    @Valid MentalCapacity mentalCapacity) {

  /**
   * What is said in several fields must fit together.
   *
   * @throws ProblemException with each thing that does not
   */
  void mustFit() {
    List<Violation> wrong = new ArrayList<>();
    if (!immediateSafetyConfirmed
        && (immediateSafetyExplanation == null || immediateSafetyExplanation.isBlank())) {
      wrong.add(
          new Violation(
              "immediateSafetyExplanation",
              "say why immediate safety is not confirmed and what is being done about it"));
    }
    boolean nothing = decision == Decision.NO_FURTHER_ACTION;
    if (nothing && noFurtherActionReason == null) {
      wrong.add(
          new Violation(
              "noFurtherActionReason",
              "say why nothing further is done; see the list no-further-action-reason"));
    }
    if (!nothing && noFurtherActionReason != null) {
      wrong.add(new Violation("noFurtherActionReason", "goes only with NO_FURTHER_ACTION"));
    }
    if (s42 != null) {
      s42.check(wrong);
      if (nothing && s42.outcome().opensEnquiry()) {
        wrong.add(
            new Violation("decision", "an enquiry is further action; choose another decision"));
      }
    }
    if (makingSafeguardingPersonal != null) {
      makingSafeguardingPersonal.check(wrong);
    }
    if (mentalCapacity != null) {
      mentalCapacity.check(wrong);
    }
    refuse(wrong);
  }

  /**
   * A local authority answers the questions of the Care Act 2014 s42(1), and says what the person
   * wants.
   *
   * @throws ProblemException with each thing that is missing
   */
  void mustAnswerS42() {
    List<Violation> missing = new ArrayList<>();
    if (s42 == null) {
      missing.add(
          new Violation("s42", "answer the three questions of section 42(1) and what follows"));
    }
    if (makingSafeguardingPersonal == null) {
      missing.add(
          new Violation(
              "makingSafeguardingPersonal", "say whether the person was asked what they want"));
    }
    if (mentalCapacity == null) {
      missing.add(new Violation("mentalCapacity", "say whether the person had mental capacity"));
    }
    refuse(missing);
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }
}
