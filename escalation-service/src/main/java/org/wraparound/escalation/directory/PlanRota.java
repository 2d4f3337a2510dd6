package org.wraparound.escalation.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Who of a team covers which tier, and when. */
@Schema(
    name = "PlanRota",
    example =
        """
        {
          "shifts": [
            {"tier": 1, "contact": "DUTY-MANAGER", "from": "09:00", "until": "09:00"},
            {"tier": 2, "contact": "AREA-MANAGER", "days": ["MONDAY", "TUESDAY"], "from": "17:00", "until": "09:00"}
          ],
          "overrides": [
            {"tier": 2, "effect": "REPLACE", "from": "2026-12-24T17:00:00Z", "until": "2026-12-25T09:00:00Z",
             "contact": "DUTY-MANAGER", "reason": "Swapped."}
          ]
        }
        """)
record PlanRota(
    @NotNull(message = "list the shifts; [] for none")
        @Size(max = 200, message = "list at most 200")
        List<@Valid @NotNull(message = "must be an object") Shift> shifts,
    @Size(max = 200, message = "list at most 200; drop those that are over")
        List<@Valid @NotNull(message = "must be an object") RotaOverride> overrides) {
  PlanRota {
    overrides = overrides == null ? List.of() : overrides;
  }

  /**
   * @param contacts codes of the team's contacts
   * @throws ProblemException 422 with each thing that is wrong and where
   */
  void check(Set<String> contacts) {
    List<Violation> flaws = new ArrayList<>();
    for (int i = 0; i < shifts.size(); i++) {
      String place = "shifts[" + i + "]";
      shifts.get(i).check(place, flaws);
      checkContact(place, shifts.get(i).contact(), contacts, flaws);
    }
    for (int i = 0; i < overrides.size(); i++) {
      String place = "overrides[" + i + "]";
      overrides.get(i).check(place, flaws);
      if (overrides.get(i).contact() != null) {
        checkContact(place, overrides.get(i).contact(), contacts, flaws);
      }
      for (int j = 0; j < i; j++) {
        if (overrides.get(i).contradicts(overrides.get(j))) {
          flaws.add(
              new Violation(
                  place,
                  "overlaps overrides["
                      + j
                      + "], which replaces the same tier; let one end where the other begins"));
        }
      }
    }
    if (!flaws.isEmpty()) {
      throw ProblemException.invalid(flaws);
    }
  }

  private static void checkContact(
      String place, String contact, Set<String> contacts, List<Violation> flaws) {
    if (!contacts.contains(contact)) {
      flaws.add(
          new Violation(place + ".contact", "is no contact of this team; put the contact first"));
    }
  }
}
