package org.wraparound.escalation.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/** What an agency is called elsewhere. */
@Schema(name = "AgencyIdentifier", example = "{\"system\": \"ODS\", \"value\": \"VL1A2\"}")
record AgencyIdentifier(
    @Schema(description = "Who gives it out, such as ODS, CQC or GSS.")
        @NotNull(message = "say whose identifier it is, such as ODS")
        @Pattern(
            regexp = "[A-Z][A-Z0-9_]{1,39}",
            message = "is a code of 2 to 40 capitals, digits and underscores, such as ODS")
        String system,
    @Schema(description = "Of ODS, 3 to 12 capitals and digits.")
        @NotBlank(message = "write the identifier")
        @Size(max = 100, message = "write at most 100 characters")
        String value) {
  void check(String place, List<Violation> flaws) {
    if ("ODS".equals(system) && !value.matches("[A-Z0-9]{3,12}")) {
      flaws.add(new Violation(place + ".value", "an ODS code is 3 to 12 capitals and digits"));
    }
  }
}
