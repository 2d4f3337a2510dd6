package org.wraparound.pathway.transitions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a person had more support than usual, for others to draw beside what they measure. */
@ApplicationScoped
public class StepUps {
  private final Transitions transitions;

  StepUps(Transitions transitions) {
    this.transitions = transitions;
  }

  /**
   * A time in which a person was stepped up.
   *
   * @param status where the step-up stands now, code of the list {@code transition-status}
   */
  @Schema(name = "LevelBand")
  public record Band(
      UUID transitionId,
      String reference,
      LocalDate from,
      @Schema(description = "Last day; null while nobody has ended it, also when it has expired")
          LocalDate until,
      @Schema(description = "Day by which it had to be reviewed") LocalDate reviewOn,
      String status) {}

  /** Those that had begun by the day, the earliest first, as far as the caller may see them. */
  public List<Band> begun(UUID personId, LocalDate by) {
    return transitions.begun(personId, by).stream()
        .map(
            stepUp ->
                new Band(
                    stepUp.id(),
                    stepUp.reference(),
                    stepUp.startsOn(),
                    null,
                    stepUp.reviewOn(),
                    stepUp.status().name()))
        .toList();
  }
}
