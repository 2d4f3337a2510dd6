package org.wraparound.escalation.directory;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/** For once it is otherwise than each week. */
@Schema(
    name = "RotaOverride",
    example =
        """
        {"tier": 1, "effect": "REPLACE", "from": "2026-12-24T17:00:00Z", "until": "2026-12-25T09:00:00Z",
         "contact": "AREA-MANAGER", "reason": "Swapped."}
        """)
record RotaOverride(
    @NotNull(message = "say which tier it is about, 1 to 5")
        @Min(value = 1, message = "tiers go from 1 to 5")
        @Max(value = 5, message = "tiers go from 1 to 5")
        Integer tier,
    @NotNull(message = "choose a code of the list rota-override-effect") Effect effect,
    @NotNull(message = "say from when") @JsonFormat(shape = JsonFormat.Shape.STRING) Instant from,
    @Schema(description = "The first moment after it.")
        @NotNull(message = "say until when")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant until,
    @Schema(
            description =
                "Code of a contact of the team; null in a REPLACE is nobody, and then reason says why.")
        String contact,
    @Size(max = 500, message = "write at most 500 characters") String reason) {

  /** What it does to the shifts of its tier; the list {@code rota-override-effect}. */
  enum Effect {
    /** The contact, or nobody, in place of whoever is on a shift. */
    REPLACE,
    /** The contact beside whoever is on a shift. */
    COVER
  }

  /** What is wrong with it, beyond each field for itself. */
  void check(String place, List<Violation> flaws) {
    Years.check(place + ".from", from, flaws);
    Years.check(place + ".until", until, flaws);
    if (!from.isBefore(until)) {
      flaws.add(new Violation(place + ".until", "must be after from"));
    }
    if (contact == null && effect == Effect.COVER) {
      flaws.add(new Violation(place + ".contact", "name who covers"));
    } else if (contact == null && (reason == null || reason.isBlank())) {
      flaws.add(new Violation(place + ".reason", "say why nobody covers, or name a contact"));
    }
  }

  boolean replaces() {
    return effect == Effect.REPLACE;
  }

  /** Whether both take the place of the same shifts, so that neither is clear. */
  boolean contradicts(RotaOverride other) {
    return replaces()
        && other.replaces()
        && tier.equals(other.tier)
        && from.isBefore(other.until)
        && other.from.isBefore(until);
  }

  Span span() {
    return new Span(from, until);
  }
}
