package org.wraparound.actionplan.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a draft says from now on, all of it.
 *
 * @param settings codes of the settings it applies in; empty is wherever the person is supported
 */
@Schema(name = "AmendGuidance")
record AmendGuidance(
    @Size(max = DraftGuidance.SETTINGS, message = "name at most 4 settings")
        Set<
                @NotNull(message = DraftGuidance.SETTING_FORM)
                @Pattern(regexp = DraftGuidance.SETTING, message = DraftGuidance.SETTING_FORM)
                String>
            settings,
    @NotNull(message = "write the page; it may be incomplete until it is published") @Valid
        ShiftPage page) {

  AmendGuidance {
    settings = settings == null ? Set.of() : settings;
  }
}
