package org.wraparound.actionplan.meetings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the person, or their family, said; or why they were not heard.
 *
 * @param heard how they were heard; or null
 * @param notHeard why they were not heard; or null. One of the two is given
 * @param words what they said, as far as can be in their own words; or what stood in the way
 */
@Schema(
    name = "Voice",
    example =
        """
        {"heard": "BEFOREHAND", "words": "I want to stay here. I want the lounge to be quiet."}
        """)
record Voice(
    @Schema(description = "How they were heard, from the list voice-heard.") Heard heard,
    @Schema(description = "Why they were not heard, from the list voice-not-heard.")
        NotHeard notHeard,
    @NotBlank(message = "say what they said, or what stood in the way")
        @Size(max = 8000, message = "use at most 8000 characters")
        String words) {

  /**
   * What is wrong with it.
   *
   * @param family whether it is the family's, and not the person's own
   */
  Optional<String> fault(boolean family) {
    if ((heard == null) == (notHeard == null)) {
      return Optional.of(
          "give either heard or notHeard: how they were heard, or why they were not");
    }
    return !family && notHeard != null && notHeard.isOfTheFamily()
        ? Optional.of("can be said of the family, not of the person")
        : Optional.empty();
  }

  boolean wasHeard() {
    return heard != null;
  }
}
