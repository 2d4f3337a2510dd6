package org.wraparound.actionplan.meetings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;

/** By when meetings that events ask for are to be held; local agreement, not law. */
@ConfigMapping(prefix = "wraparound.meetings")
public interface MeetingsConfig {
  /**
   * Working days, by kind of meeting, after the day of the event; 1 to 60: {@code
   * wraparound.meetings.due-within-working-days.MARAC=5}.
   */
  Map<MeetingKind, @Min(1) @Max(60) Integer> dueWithinWorkingDays();

  /** The same for kinds that have none of their own. */
  @WithDefault("10")
  @Min(1)
  @Max(60)
  int otherwiseDueWithinWorkingDays();
}
