package org.wraparound.actionplan.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was seen on shift of what the page says.
 *
 * @param observedAt when; not ahead, and while this version was in force
 * @param settingId code of the setting
 * @param note for coaching; without names
 */
@Schema(
    name = "RecordPracticeObservation",
    example =
        """
        {"observedAt": "2026-03-04T18:30:00Z", "settingId": "ELM-HOUSE",
         "items": [{"step": "P1", "result": "SEEN"}, {"step": "P2", "result": "NOT_SEEN"},
                   {"step": "D1", "result": "NO_OCCASION"}],
         "note": "The board was there; nobody gave the ten minutes' warning."}
        """)
record RecordObservation(
    @NotNull(message = "say when you looked") Instant observedAt,
    @NotNull(message = "say in which setting")
        @Pattern(regexp = DraftGuidance.SETTING, message = DraftGuidance.SETTING_FORM)
        String settingId,
    @NotEmpty(message = "give at least one line of the page, by its mark")
        @Size(max = 34, message = "a page has at most 34 lines")
        List<@NotNull(message = "give a line or leave it out") @Valid Item> items,
    @Size(max = 4000, message = "use at most 4000 characters") String note) {

  /**
   * One line of the page.
   *
   * @param step its mark, such as {@code P1}
   */
  @Schema(name = "ObservedStep")
  record Item(
      @NotNull(message = "give the mark of a line, such as P1") String step,
      @NotNull(message = "say SEEN, NOT_SEEN or NO_OCCASION") StepResult result) {}
}
