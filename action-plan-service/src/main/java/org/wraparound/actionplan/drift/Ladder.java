package org.wraparound.actionplan.drift;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.kit.London;
import org.wraparound.kit.WorkingTime;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;

/** Who is told of an action that is not done by its day, and when. */
@ApplicationScoped
class Ladder {
  private static final String COMMISSIONER = "COMMISSIONER";

  private final AccessGrants circles;
  private final DriftConfig config;
  private final WorkingTime.Hours hours;

  Ladder(AccessGrants circles, DriftConfig config) {
    this.circles = circles;
    this.config = config;
    this.hours = new WorkingTime.Hours(config.workFrom(), config.workUntil());
  }

  /** When the drift of what was due that day climbs this rung. */
  Instant timeOf(Rung rung, LocalDate dueOn) {
    return WorkingTime.plus(London.endOf(dueOn), after(rung), hours);
  }

  private Duration after(Rung rung) {
    return switch (rung) {
      case OWNERS_MANAGER -> config.ownersManagerAfter();
      case COMMISSIONER -> config.commissionerAfter();
    };
  }

  /**
   * The agencies on the rung. Only those that may see the action are told of it; where none of them
   * is in the circle, the plan's provider is, so that drift is always somebody's to see.
   */
  List<String> agenciesOn(Rung rung, Action action) {
    List<String> agencies =
        circles.of(action.personId()).stream()
            .filter(member -> member.level() != Level.AWARE)
            .filter(member -> isOn(rung, member, action))
            .map(AccessGrant::agency)
            .toList();
    return agencies.isEmpty() ? List.of(action.agency()) : agencies;
  }

  private static boolean isOn(Rung rung, AccessGrant member, Action action) {
    return switch (rung) {
      case OWNERS_MANAGER -> member.agency().equals(action.ownerAgency());
      case COMMISSIONER -> member.agencyType().equals(COMMISSIONER);
    };
  }
}
