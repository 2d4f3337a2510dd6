package org.wraparound.escalation.quality;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.ProblemException;

/**
 * Say what was found about a sampled decision.
 *
 * @param words needed unless it was APPROPRIATE; at most 4000 characters
 */
@Schema(
    name = "RecordFinding",
    example =
        """
        {"finding": "RECORD_INCOMPLETE", "words": "The rationale does not say why the earlier concern was left out of account."}
        """)
record RecordFinding(
    @NotNull(message = "say what was found; see the list sample-finding") Finding finding,
    @Size(max = 4000, message = "write at most 4000 characters") String words) {

  void mustSayWhy() {
    if (finding != Finding.APPROPRIATE && (words == null || words.isBlank())) {
      throw ProblemException.invalid("words", "say what was wrong, so that others can learn of it");
    }
  }
}
