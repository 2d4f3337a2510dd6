package org.wraparound.escalation.disclosures;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The law under which something is shared.
 *
 * @param lawfulBasis UK GDPR Art 6(1), code of the list {@code lawful-basis}
 * @param condition Data Protection Act 2018 Schedule 1, for health and care data (Art 9)
 * @param reason why it applies here, as written; at most 4000 characters
 */
@Embeddable
public record Basis(
    @Column(name = "basis_lawful")
        @Pattern(
            regexp = "a|b|c|d|e|ea|f",
            message = "must be one of a, b, c, d, e, ea, f; see /v1/reference/lawful-basis")
        @Schema(description = "UK GDPR Art 6(1)", example = "ea")
        String lawfulBasis,
    @Column(name = "basis_condition") @Enumerated(EnumType.STRING) Condition condition,
    @Column(name = "basis_reason") @Size(max = 4000, message = "at most 4000 characters")
        String reason) {
  static final String CONSENT = "a";

  /** Codes of the list {@code sharing-condition}, which pathway-service serves. */
  public enum Condition {
    /** Health or social care purposes. */
    DPA2018_SCH1_PARA2,
    /** Safeguarding of children and of individuals at risk. */
    DPA2018_SCH1_PARA18
  }
}
