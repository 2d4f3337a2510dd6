package org.wraparound.escalation.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** What the directory shall say of a team. */
@Schema(
    name = "DescribeTeam",
    example =
        """
        {"name": "On-call managers", "routes": ["ON_CALL_MANAGER", "CQC_NOTIFICATION"], "settings": ["ELM-HOUSE"]}
        """)
record DescribeTeam(
    @NotBlank(message = "write its name") @Size(max = 200, message = "write at most 200 characters")
        String name,
    @Schema(description = "Routes of escalations that it answers.")
        @NotEmpty(message = "name at least one code of the list escalation-route")
        List<@NotNull(message = "choose a code of the list escalation-route") Route> routes,
    @Schema(description = "Settings it answers for; null for all.")
        @Size(min = 1, max = 500, message = "name 1 to 500, or leave them out for all settings")
        List<
                @NotBlank(message = "write the id of a setting")
                @Size(max = 100, message = "write at most 100 characters") String>
            settings,
    @Schema(description = "Nobody of it is asked from then on; null while it works.")
        Instant activeUntil) {
  /**
   * @throws ProblemException 422 with each thing that is wrong and where
   */
  void check() {
    List<Violation> flaws = new ArrayList<>();
    Years.check("activeUntil", activeUntil, flaws);
    if (!flaws.isEmpty()) {
      throw ProblemException.invalid(flaws);
    }
  }
}
