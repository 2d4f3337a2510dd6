package org.wraparound.escalation.escalations;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.ProblemException;

/**
 * Sign the decision on an escalation off, or send it back.
 *
 * @param note needed where the decision is sent back: what is to be thought about again; at most
 *     4000 characters
 */
@Schema(
    name = "SignOffDecision",
    example =
        """
        {"agreed": false, "note": "The person has not been asked. Please see them before we settle this."}
        """)
record SignOffDecision(
    @NotNull(message = "say whether you agree: true or false") Boolean agreed,
    @Size(max = 4000, message = "write at most 4000 characters") String note) {

  void mustSayWhatIsWrong() {
    if (!agreed && (note == null || note.isBlank())) {
      throw ProblemException.invalid("note", "say what is to be thought about again");
    }
  }
}
