package org.wraparound.escalation.referrals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;

/** The clocks of referrals; local agreement, not law. */
@ConfigMapping(prefix = "wraparound.referrals")
interface ReferralConfig {
  /**
   * Working time, whole days as working days, within which the recipient accepts or rejects, by
   * purpose: {@code wraparound.referrals.respond-within.SAFEGUARDING_CONCERN=P1D}.
   */
  Map<Purpose, Duration> respondWithin();

  /** The same for purposes that have none of their own. */
  @WithDefault("P10D")
  Duration otherwiseRespondWithin();

  /** Working time from one reminder to the next, while no answer comes. */
  @WithDefault("P2D")
  Duration chaseEvery();

  /** After so many reminders none goes out by itself any more; 0 to 20. */
  @WithDefault("3")
  @Min(0)
  @Max(20)
  int mostChases();

  /** Longest time for which a recipient may let a referral rest, in days; 1 to 366. */
  @WithDefault("84")
  @Min(1)
  @Max(366)
  int longestHoldDays();

  /** When a working day begins, London time. */
  @WithDefault("09:00")
  LocalTime workFrom();

  /** When a working day ends, London time. */
  @WithDefault("17:00")
  LocalTime workUntil();
}
