package org.wraparound.escalation.safeguarding;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/**
 * Whether the person could take part in the decisions about their safety, and who supported them.
 *
 * @param supportedBy needed where they lacked capacity: then someone is to speak with or for them
 *     (Care Act 2014 s68)
 */
@Schema(name = "MentalCapacity")
public record MentalCapacity(
    @NotNull(message = "say LACKED, HAD, NOT_KNOWN or NOT_RECORDED") Capacity capacity,
    SupportedBy supportedBy) {

  /** At the time of the decision; the list {@code mental-capacity}. */
  public enum Capacity {
    LACKED,
    HAD,
    NOT_KNOWN,
    NOT_RECORDED
  }

  /** Who supported them; the list {@code supported-by}. */
  public enum SupportedBy {
    ADVOCATE,
    FAMILY,
    FRIEND,
    NONE
  }

  /** Adds what does not fit together, each by its field. */
  public void check(List<Violation> wrong) {
    if (capacity == Capacity.LACKED && supportedBy == null) {
      wrong.add(
          new Violation(
              "mentalCapacity.supportedBy",
              "say who supported the person: ADVOCATE, FAMILY, FRIEND or NONE"));
    }
  }
}
