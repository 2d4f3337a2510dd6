package org.wraparound.actionplan.guidance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Someone of the staff who must read a page.
 *
 * @param staffId subject of their token; for those who do not sign in, the number their agency
 *     knows them by
 * @param agency code of the agency they work for; null is the provider whose page it is
 */
@Schema(name = "Reader")
record ReaderNamed(
    @NotNull(message = "give the subject of their token, or their staff number")
        @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9._@-]{0,79}",
            message = "is 1 to 80 letters, digits, dots, hyphens, underscores and @")
        String staffId,
    @NotBlank(message = "give their name") @Size(max = 100, message = "use at most 100 characters")
        String name,
    @Pattern(regexp = AGENCY, message = AGENCY_FORM) String agency) {
  static final String AGENCY = "[A-Z][A-Z0-9-]{1,39}";
  static final String AGENCY_FORM = "is the code of an agency, such as NORTHVALE-CLDT";
}
