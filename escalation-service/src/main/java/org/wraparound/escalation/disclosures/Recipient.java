package org.wraparound.escalation.disclosures;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.wraparound.kit.web.ProblemException;

/**
 * Who was told: an agency by its code, or someone who has none by name.
 *
 * @param agency code of the agency; null for someone outside
 * @param name who it was where there is no code, such as a ward or a landlord; at most 200
 *     characters, never on the bus
 */
@Embeddable
public record Recipient(
    @Column(name = "recipient_agency")
        @Pattern(
            regexp = "[A-Z][A-Z0-9-]{1,39}",
            message =
                "an agency code is 2 to 40 capital letters, digits and hyphens and begins with a"
                    + " letter")
        String agency,
    @Column(name = "recipient_name") @Size(min = 2, max = 200, message = "2 to 200 characters")
        String name) {

  /** An agency. */
  public static Recipient agency(String code) {
    return new Recipient(code, null);
  }

  /**
   * @throws ProblemException 422 when it is neither, or both
   */
  void mustBeEither() {
    if ((agency == null) == (name == null)) {
      throw ProblemException.invalid(
          "recipient", "give the agency's code, or the name of someone who has none, not both");
    }
  }
}
