package org.wraparound.escalation.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** What the directory shall say of an agency. */
@Schema(
    name = "DescribeAgency",
    example =
        """
        {
          "name": "Oakfield Supported Living",
          "type": "PROVIDER",
          "identifiers": [{"system": "ODS", "value": "VL1A2"}],
          "officeHours": {"from": "09:00", "until": "17:00"}
        }
        """)
record DescribeAgency(
    @NotBlank(message = "write its name") @Size(max = 200, message = "write at most 200 characters")
        String name,
    @NotNull(message = "choose a code of the list agency-type") AgencyType type,
    @Schema(description = "Police, charities and landlords may have none.")
        @Size(max = 20, message = "list at most 20")
        List<@Valid @NotNull(message = "must be an object") AgencyIdentifier> identifiers,
    @Schema(description = "Left out, 09:00 to 17:00.") @Valid OfficeHours officeHours,
    @Schema(description = "Nobody of it is asked from then on; null while it works.")
        Instant activeUntil) {
  DescribeAgency {
    identifiers = identifiers == null ? List.of() : identifiers;
    officeHours = officeHours == null ? OfficeHours.USUAL : officeHours;
  }

  /**
   * @throws ProblemException 422 with each thing that is wrong and where
   */
  void check() {
    List<Violation> flaws = new ArrayList<>();
    for (int i = 0; i < identifiers.size(); i++) {
      identifiers.get(i).check("identifiers[" + i + "]", flaws);
    }
    if (officeHours.until().compareTo(officeHours.from()) <= 0) {
      flaws.add(new Violation("officeHours.until", "must be after from, on the same day"));
    }
    Years.check("activeUntil", activeUntil, flaws);
    if (!flaws.isEmpty()) {
      throw ProblemException.invalid(flaws);
    }
  }
}
