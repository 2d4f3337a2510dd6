package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.kit.London;
import org.wraparound.kit.WorkingTime;
import org.wraparound.kit.duedate.DueDates;

/**
 * The clocks of an action: a reminder before its due day, the end of that day, and the rungs of the
 * ladder that its drift climbs after it. They run while it is still to be done.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Deadlines {
  /** Falls due some working days before the due day. */
  public static final String REMINDER = "action-reminder";

  /** Falls due when the due day has ended. */
  public static final String DUE = "action-due";

  /** Falls due when the drift of an overdue action climbs a rung. */
  public static final String DRIFT = "action-drift";

  private final DueDates dueDates;
  private final DeadlinesConfig config;
  private final Clock clock;

  Deadlines(DueDates dueDates, DeadlinesConfig config, Clock clock) {
    this.dueDates = dueDates;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Its clocks run, from its due day as it is now. What has passed already falls due at once, a
   * reminder excepted: to begin late, or again, hides no drift.
   */
  public void set(Action action) {
    Instant reminder = London.startOf(workingDaysBefore(action.dueOn()));
    if (reminder.isAfter(clock.instant())) {
      dueDates.schedule(REMINDER, action.id(), reminder);
    } else {
      dueDates.cancel(REMINDER, action.id());
    }
    dueDates.schedule(DUE, action.id(), London.endOf(action.dueOn()));
    dueDates.cancel(DRIFT, action.id());
  }

  /** It is done, or will not be: its clocks stop. */
  public void clear(UUID actionId) {
    dueDates.cancel(REMINDER, actionId);
    dueDates.cancel(DUE, actionId);
    dueDates.cancel(DRIFT, actionId);
  }

  private LocalDate workingDaysBefore(LocalDate dueOn) {
    return WorkingTime.workingDaysFrom(dueOn, -(int) config.remindBefore().toDays());
  }
}
