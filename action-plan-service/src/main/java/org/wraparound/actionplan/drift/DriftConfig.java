package org.wraparound.actionplan.drift;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;

/** How late work climbs, and how often it may be put off; local agreement, not law. */
@ConfigMapping(prefix = "wraparound.drift")
public interface DriftConfig {
  /**
   * Working time after the end of the due day at which the manager of the owner's agency is told;
   * whole days are working days, the rest working hours.
   */
  @WithDefault("P2D")
  Duration ownersManagerAfter();

  /** The same for the commissioners in the person's circle; no less. */
  @WithDefault("P5D")
  Duration commissionerAfter();

  /** When a working day begins, London time. */
  @WithDefault("09:00")
  LocalTime workFrom();

  /** When a working day ends, London time. */
  @WithDefault("17:00")
  LocalTime workUntil();

  /** How often, and for how long, a due day may be put off. */
  Extensions extensions();

  /** Limits of extensions. */
  interface Extensions {
    /** So many of an action anyone of the owning agency may make; from there on a manager; 0 up. */
    @WithDefault("1")
    @Min(0)
    int withoutManager();

    /**
     * So many an action may have in all; the next is refused and told to the commissioner; 0 up.
     */
    @WithDefault("2")
    @Min(0)
    int inAll();

    /** Most days from the due day as it is, or from today where that has passed; 1 to 366. */
    @WithDefault("60")
    @Min(1)
    @Max(366)
    int longestDays();
  }
}
