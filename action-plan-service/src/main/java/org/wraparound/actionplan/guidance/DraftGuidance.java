package org.wraparound.actionplan.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Begins a version of the page for the person of a plan.
 *
 * @param settingKind kind of setting it is written for; null for every kind
 * @param settings codes of the settings it applies in; empty is wherever the person is supported
 */
@Schema(
    example =
        """
        {"planId": "019a1c52-7b00-7a11-8c00-0000000000b1",
         "settings": ["ELM-HOUSE", "MILL-RESPITE"],
         "page": {
           "knownAs": "Dan",
           "earlySigns": ["Paces between window and door", "Stops answering, hums"],
           "proactiveSteps": ["Show the two-picture board before each change",
                              "Ten minutes' warning before a visitor"],
           "deEscalationDo": ["Give him space; stand by the door, not in front of it"],
           "deEscalationDoNot": ["Do not ask why", "Do not touch his arm"],
           "recovery": ["Tea in his room; no questions for an hour"],
           "whenToCall": [{"when": "He goes for the road", "whom": "999, then on-call 01632 960001"}],
           "toRecord": ["When the first sign was seen and what you did next"],
           "questions": ["What do you see first, and what do you do then?"],
           "advice": [{"agency": "NORTHVALE-CLDT", "reference": "PBS plan, February review, section 4"}]}}
        """)
record DraftGuidance(
    @NotNull(message = "say which plan it comes from") UUID planId,
    SettingKind settingKind,
    @Size(max = SETTINGS, message = "name at most 4 settings")
        Set<
                @NotNull(message = SETTING_FORM) @Pattern(regexp = SETTING, message = SETTING_FORM)
                String>
            settings,
    @NotNull(message = "write the page; it may be incomplete until it is published") @Valid
        ShiftPage page) {
  static final int SETTINGS = 4;
  static final String SETTING = "[A-Z0-9][A-Z0-9-]{0,39}";
  static final String SETTING_FORM = "a setting is up to 40 capital letters, digits and hyphens";

  DraftGuidance {
    settings = settings == null ? Set.of() : settings;
  }
}
