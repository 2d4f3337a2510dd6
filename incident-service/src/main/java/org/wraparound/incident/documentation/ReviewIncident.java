package org.wraparound.incident.documentation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.incident.incidents.Review;

/**
 * A supervisor's review.
 *
 * @param missing what is missing beside what the standard finds
 */
@Schema(
    name = "ReviewIncident",
    example =
        """
        {
          "decision": "RETURN",
          "comment": "Please say what the tenant next door did before.",
          "missing": [{"field": "antecedents", "what": "What the other tenant did in the ten minutes before"}]
        }
        """)
record ReviewIncident(
    @NotNull(message = "choose SIGN_OFF or RETURN") Review.Decision decision,
    @NotBlank(message = "say what you found")
        @Size(max = 4000, message = "write at most 4000 characters")
        String comment,
    @Size(max = 20, message = "list at most 20") List<@Valid @NotNull Missing> missing) {
  /**
   * A field that is to be completed.
   *
   * @param what is missing in it
   */
  @Schema(name = "MissingField")
  record Missing(
      @NotBlank(message = "name the field") String field,
      @NotBlank(message = "say what is missing")
          @Size(max = 4000, message = "write at most 4000 characters")
          String what) {}
}
