package org.wraparound.escalation.enquiries;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.WorkingTime;

/**
 * A stage of an authority's enquiries.
 *
 * @param withinWorkingDays working days from the day an enquiry opens to the last for this stage, 1
 *     to 250; null where there is no limit
 */
@Schema(name = "StagePlan")
record StagePlan(
    @NotNull(message = "give it a code")
        @Pattern(
            regexp = "[A-Z][A-Z0-9_]{0,63}",
            message = "use capitals, digits and underscores, beginning with a capital")
        String code,
    @NotBlank(message = "give it a title")
        @Size(max = 200, message = "write at most 200 characters")
        String title,
    @Min(value = 1, message = "must be 1 to 250, or left out")
        @Max(value = 250, message = "must be 1 to 250, or left out")
        Integer withinWorkingDays) {

  LocalDate dueOn(LocalDate openedOn) {
    return withinWorkingDays == null
        ? null
        : Stream.iterate(openedOn.plusDays(1), day -> day.plusDays(1))
            .filter(WorkingTime::isWorkingDay)
            .skip(withinWorkingDays - 1L)
            .findFirst()
            .orElseThrow();
  }
}
