package org.wraparound.escalation.referrals;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Begin a referral.
 *
 * @param incidentId the incident it follows from, whose coded facts it takes along; or null
 * @param escalationId the escalation it follows from, whose coded facts and incidents it takes
 *     along; or null; not both
 */
@Schema(
    name = "DraftReferral",
    example =
        """
        {
          "personId": "0193564e-1a20-7d55-9b3e-2c4b8f0e7a10",
          "escalationId": "0193564e-2b30-7c1f-8a51-6f0d2f6c1a01",
          "recipientAgency": "BRIDGESHIRE-SAFEGUARDING",
          "purpose": "SAFEGUARDING_CONCERN",
          "concern": "She is afraid of her partner, who decides whom she may see.",
          "background": "He has come to the house unannounced three times this month.",
          "whatIsAsked": "Please decide whether an enquiry is needed and tell us who leads it.",
          "whatThePersonWants": "To be safe at home, and that he does not hear of this."
        }
        """)
record DraftReferral(
    @NotNull(message = "say whom it is about") UUID personId,
    UUID incidentId,
    UUID escalationId,
    @NotNull(message = "say which agency is asked")
        @Pattern(regexp = ReferralContent.AGENCY, message = ReferralContent.AGENCY_FORM)
        String recipientAgency,
    @NotNull(message = "choose a code of the list referral-purpose") Purpose purpose,
    @Size(max = 200, message = "at most 200 characters") String purposeInWords,
    @Size(max = 8000, message = "at most 8000 characters") String concern,
    @Size(max = 8000, message = "at most 8000 characters") String background,
    @Size(max = 4000, message = "at most 4000 characters") String whatIsAsked,
    @Size(max = 4000, message = "at most 4000 characters") String whatThePersonWants,
    @Size(max = 4000, message = "at most 4000 characters") String whyNotAsked) {

  ReferralContent content() {
    return new ReferralContent(
        recipientAgency,
        purpose,
        purposeInWords,
        concern,
        background,
        whatIsAsked,
        whatThePersonWants,
        whyNotAsked);
  }
}
