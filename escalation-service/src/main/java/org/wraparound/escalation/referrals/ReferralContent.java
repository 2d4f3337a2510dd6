package org.wraparound.escalation.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/**
 * What a referral says, and to whom. What is missing may follow before it is sent.
 *
 * @param purposeInWords what for, where the code is OTHER
 * @param concern what worries the sender
 * @param background what the recipient must know to help
 * @param whatIsAsked what the recipient is to do
 * @param whatThePersonWants what the person wants to come of it, asked before it is sent
 * @param whyNotAsked why the person was not asked, where they were not
 */
@Embeddable
@Schema(name = "ReferralContent")
record ReferralContent(
    @Column(name = "recipient_agency")
        @NotNull(message = "say which agency is asked")
        @Pattern(regexp = AGENCY, message = AGENCY_FORM)
        String recipientAgency,
    @Enumerated(EnumType.STRING) @NotNull(message = "choose a code of the list referral-purpose")
        Purpose purpose,
    @Column(name = "purpose_in_words") @Size(max = 200, message = "at most 200 characters")
        String purposeInWords,
    @Size(max = 8000, message = "at most 8000 characters") String concern,
    @Size(max = 8000, message = "at most 8000 characters") String background,
    @Column(name = "what_is_asked") @Size(max = 4000, message = "at most 4000 characters")
        String whatIsAsked,
    @Column(name = "what_the_person_wants") @Size(max = 4000, message = "at most 4000 characters")
        String whatThePersonWants,
    @Column(name = "why_not_asked") @Size(max = 4000, message = "at most 4000 characters")
        String whyNotAsked) {
  static final String AGENCY = "[A-Z][A-Z0-9-]{1,39}";
  static final String AGENCY_FORM =
      "an agency code is 2 to 40 capital letters, digits and hyphens and begins with a letter";

  /** What is missing before it can be sent, each with how to mend it. */
  List<Violation> missing() {
    List<Violation> missing = new ArrayList<>();
    if (purpose == Purpose.OTHER && isBlank(purposeInWords)) {
      missing.add(new Violation("purposeInWords", "say what for, because the purpose is OTHER"));
    }
    if (isBlank(concern)) {
      missing.add(new Violation("concern", "say what worries you"));
    }
    if (isBlank(whatIsAsked)) {
      missing.add(new Violation("whatIsAsked", "say what the agency is to do"));
    }
    if (isBlank(whatThePersonWants) && isBlank(whyNotAsked)) {
      missing.add(
          new Violation(
              "whatThePersonWants",
              "say what the person wants to come of it, or in whyNotAsked why they were not"
                  + " asked"));
    }
    return missing;
  }

  boolean hasBackground() {
    return !isBlank(background);
  }

  boolean saysWhatThePersonWants() {
    return !isBlank(whatThePersonWants);
  }

  private static boolean isBlank(String words) {
    return words == null || words.isBlank();
  }
}
