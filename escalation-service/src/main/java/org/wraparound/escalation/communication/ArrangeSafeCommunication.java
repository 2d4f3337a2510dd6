package org.wraparound.escalation.communication;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.directory.ContactPoint.Kind;
import org.wraparound.kit.web.ProblemException;

/**
 * Arrange how a person is safely told about.
 *
 * @param instructions for people who call or write, as they are to read them
 * @param reason why it is arranged so; seen by those who see the person
 */
@Schema(
    name = "ArrangeSafeCommunication",
    example =
        """
        {
          "discreet": true,
          "avoidKinds": ["PHONE", "MOBILE"],
          "avoidAgencies": ["FENWICK-FAMILY"],
          "avoidContacts": [],
          "instructions": "Her partner answers the telephone at home. Write to her keyworker at the day centre.",
          "reason": "She told staff that she is afraid of her partner.",
          "reviewOn": "2027-02-01"
        }
        """)
record ArrangeSafeCommunication(
    @NotNull(message = "say true when notices must not tell what they are about, else false")
        @Schema(description = "Notices say nothing that tells what they are about")
        Boolean discreet,
    @NotNull(message = "list the ways that are not used, or none: []")
        @Schema(description = "Ways that are not used; codes of the list contact-point-kind")
        Set<@NotNull(message = "choose a code of the list contact-point-kind") Kind> avoidKinds,
    @NotNull(message = "list the agencies that are told nothing, or none: []")
        @Size(max = 50, message = "at most 50 agencies")
        Set<
                @NotNull(message = "give the code of the agency")
                @Pattern(
                    regexp = "[A-Z][A-Z0-9-]{1,39}",
                    message =
                        "an agency code is 2 to 40 capital letters, digits and hyphens and begins"
                            + " with a letter")
                String>
            avoidAgencies,
    @NotNull(message = "list the contacts of the directory who are told nothing, or none: []")
        @Size(max = 50, message = "at most 50 contacts")
        Set<@NotNull(message = "give the id of the contact") UUID> avoidContacts,
    @Size(max = 4000, message = "at most 4000 characters") String instructions,
    @NotBlank(message = "say why") @Size(max = 4000, message = "at most 4000 characters")
        String reason,
    @NotNull(message = "say when this is looked at again, within 12 months")
        @Schema(description = "Day on which it is looked at again, within 12 months; Europe/London")
        LocalDate reviewOn) {
  static final int LONGEST_UNTIL_REVIEW_MONTHS = 12;

  void mustBeReviewedInTime(LocalDate today) {
    if (!reviewOn.isAfter(today)
        || reviewOn.isAfter(today.plusMonths(LONGEST_UNTIL_REVIEW_MONTHS))) {
      throw ProblemException.invalid(
          "reviewOn",
          "must be after today and not after " + today.plusMonths(LONGEST_UNTIL_REVIEW_MONTHS));
    }
  }
}
