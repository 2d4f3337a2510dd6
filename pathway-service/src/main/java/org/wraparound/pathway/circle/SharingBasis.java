package org.wraparound.pathway.circle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/**
 * Why an agency may know about a person.
 *
 * @param lawfulBasis UK GDPR Art 6(1), code of the list {@code lawful-basis}
 * @param condition Data Protection Act 2018 Schedule 1, or null
 * @param consentOn when the person was asked, Europe/London, or null
 * @param reason why it is shared without consent; stays here, never on the bus
 */
@Embeddable
record SharingBasis(
    @Column(name = "basis_lawful")
        @NotNull(message = "say on which basis of UK GDPR Art 6(1): a, b, c, d, e, ea or f")
        @Pattern(
            regexp = LAWFUL_BASES,
            message = "must be one of a, b, c, d, e, ea, f; see /v1/reference/lawful-basis")
        @Schema(description = "UK GDPR Art 6(1)", example = "e")
        String lawfulBasis,
    @Column(name = "basis_condition") @Enumerated(EnumType.STRING) SharingCondition condition,
    @Column(name = "consent")
        @Enumerated(EnumType.STRING)
        @NotNull(message = "say what the person said to sharing; see /v1/reference/consent")
        Consent consent,
    @Column(name = "consent_on") LocalDate consentOn,
    @Column(name = "consent_reason") @Size(max = 4000, message = "write at most 4000 characters")
        String reason) {
  static final String LAWFUL_BASES = "a|b|c|d|e|ea|f";

  /** What is unsound in it, each with how to mend it. */
  List<Violation> faults(LocalDate today) {
    List<Violation> faults = new ArrayList<>();
    if (consent.needsReason() && (reason == null || reason.isBlank())) {
      faults.add(
          new Violation(
              "basis.reason", "say why it is shared although consent is " + consent.name()));
    }
    if ("a".equals(lawfulBasis) && !consent.isGiven()) {
      faults.add(
          new Violation(
              "basis.lawfulBasis",
              "consent can only be the basis when it was given; name another basis"));
    }
    if (consentOn != null && consentOn.isAfter(today)) {
      faults.add(new Violation("basis.consentOn", "must not be in the future"));
    }
    return faults;
  }
}
