package org.wraparound.actionplan.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.ProblemException;

/** Draws closed actions to be looked at again. */
@Schema(
    example =
        """
        {"seed": 20260401, "size": 10, "closedFrom": "2026-01-01", "closedUntil": "2026-03-31",
         "provider": "OAKFIELD"}
        """)
record DrawAudit(
    @Schema(
            description =
                "Whoever draws with this seed from the same actions draws the same. Left out, one is"
                    + " drawn too.")
        @Min(value = 0, message = "give a number from 0 to 2147483647")
        Integer seed,
    @Schema(description = "How many to draw, 1 to 100; where there are fewer, all are drawn.")
        @NotNull(message = "say how many to draw")
        @Min(value = 1, message = "draw at least 1")
        @Max(value = 100, message = "draw at most 100")
        Integer size,
    @Schema(description = "First day on which they were verified or withdrawn, Europe/London.")
        @NotNull(message = "give the first day of closing")
        LocalDate closedFrom,
    @Schema(description = "Last such day; it is covered too.")
        @NotNull(message = "give the last day of closing")
        LocalDate closedUntil,
    @Schema(description = "Only actions that this agency owned, by its code.")
        @Size(max = 100, message = "use at most 100 characters")
        String ownerAgency,
    @Schema(description = "Only actions of plans of this provider, by its code.")
        @Size(max = 100, message = "use at most 100 characters")
        String provider) {

  /**
   * @throws ProblemException 422 when the days are the wrong way round or yet to come
   */
  void mustHaveCome(LocalDate today) {
    if (closedFrom.isAfter(closedUntil)) {
      throw ProblemException.invalid("closedFrom", "is after closedUntil; give the earlier day");
    }
    if (closedUntil.isAfter(today)) {
      throw ProblemException.invalid("closedUntil", "is yet to come; give a day up to today");
    }
  }
}
