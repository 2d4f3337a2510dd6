package org.wraparound.pathway.people;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/**
 * A person's NHS number, or why there is none.
 *
 * @param value ten digits; spaces may stand between them
 * @param verificationStatus code of the list {@code nhs-number-status}, 01 to 08; with a value
 *     always
 * @param notKnownReason in place of a value
 */
@Embeddable
@Schema(name = "NhsNumber")
record NhsIdentity(
    @Column(name = "nhs_number") @Size(max = 40, message = "write at most 40 characters")
        String value,
    @Column(name = "nhs_number_status")
        @Pattern(
            regexp = STATUSES,
            message = "must be 01 to 08; see /v1/reference/nhs-number-status")
        String verificationStatus,
    @Column(name = "nhs_number_not_known_reason") @Enumerated(EnumType.STRING)
        NotKnownReason notKnownReason) {
  static final String STATUSES = "0[1-8]";

  /** What is wrong with it, each with how to mend it. */
  List<Violation> faults() {
    List<Violation> faults = new ArrayList<>();
    if (value == null) {
      if (notKnownReason == null) {
        faults.add(
            new Violation("nhsNumber", "send value with verificationStatus, or notKnownReason"));
      }
      return faults;
    }
    NhsNumber.faultOf(value)
        .ifPresent(fault -> faults.add(new Violation("nhsNumber.value", fault)));
    if (verificationStatus == null) {
      faults.add(
          new Violation(
              "nhsNumber.verificationStatus",
              "say how far it is verified, 01 to 08; see /v1/reference/nhs-number-status"));
    }
    if (notKnownReason != null) {
      faults.add(
          new Violation("nhsNumber.notKnownReason", "leave it out when the number is known"));
    }
    return faults;
  }

  /** The same as it is kept: without spaces. */
  NhsIdentity normalised() {
    return value == null
        ? this
        : new NhsIdentity(NhsNumber.normalised(value), verificationStatus, notKnownReason);
  }
}
