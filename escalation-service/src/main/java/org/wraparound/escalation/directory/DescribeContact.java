package org.wraparound.escalation.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** What the directory shall say of a contact. */
@Schema(
    name = "DescribeContact",
    example =
        """
        {
          "name": "Duty desk",
          "jobTitle": "Duty social worker",
          "points": [{"kind": "PHONE", "value": "01632 960101"},
                     {"kind": "SECURE_EMAIL", "value": "duty@bridgeshire.example"}],
          "hours": "IN_HOURS"
        }
        """)
record DescribeContact(
    @Schema(description = "Of the person or of the desk.")
        @NotBlank(message = "write the name of the person or the desk")
        @Size(max = 200, message = "write at most 200 characters")
        String name,
    @Size(max = 200, message = "write at most 200 characters") String jobTitle,
    @Schema(
            description =
                "In the order in which to try them in office hours; outside them, those that ring come first.")
        @NotEmpty(message = "give at least one way to reach them")
        @Size(max = 10, message = "list at most 10")
        List<@Valid @NotNull(message = "must be an object") ContactPoint> points,
    @Schema(
            description =
                "When they answer at all, whatever the rota says: in or out of the agency's office hours. Left out,"
                    + " ALWAYS.")
        ContactHours hours,
    @Schema(description = "Whether to be tried in an emergency when nobody is on call.")
        boolean emergency,
    @Schema(description = "Not asked from then on; null while they work there.")
        Instant activeUntil) {
  DescribeContact {
    hours = hours == null ? ContactHours.ALWAYS : hours;
  }

  /**
   * The same with its points in the form in which they are kept.
   *
   * @throws ProblemException 422 with each thing that is wrong and where
   */
  DescribeContact read(ContactPoints reading) {
    List<Violation> flaws = new ArrayList<>();
    Years.check("activeUntil", activeUntil, flaws);
    if (!flaws.isEmpty()) {
      throw ProblemException.invalid(flaws);
    }
    return new DescribeContact(name, jobTitle, reading.read(points), hours, emergency, activeUntil);
  }
}
