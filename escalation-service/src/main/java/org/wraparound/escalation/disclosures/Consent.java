package org.wraparound.escalation.disclosures;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the person said to sharing.
 *
 * @param on the day they were asked or, where they were not, it was decided; Europe/London
 * @param explanation which limits they set, why they were not asked, or who decided that it is in
 *     their best interests and why; as written, at most 4000 characters
 */
@Embeddable
public record Consent(
    @Column(name = "consent")
        @Enumerated(EnumType.STRING)
        @Schema(description = "Code of the list consent")
        Answer answer,
    @Column(name = "consent_on") LocalDate on,
    @Column(name = "consent_explanation") @Size(max = 4000, message = "at most 4000 characters")
        String explanation) {

  /** Codes of the list {@code consent}, which pathway-service serves. */
  public enum Answer {
    GIVEN,
    GIVEN_WITH_LIMITATIONS,
    REFUSED,
    NOT_SOUGHT,
    LACKS_CAPACITY_BEST_INTERESTS;

    /** Whether it may be shared on the strength of it, without another basis. */
    boolean permits() {
      return this != REFUSED && this != NOT_SOUGHT;
    }

    boolean needsExplanation() {
      return this != GIVEN && this != REFUSED;
    }
  }
}
