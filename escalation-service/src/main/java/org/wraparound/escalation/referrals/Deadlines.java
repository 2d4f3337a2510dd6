package org.wraparound.escalation.referrals;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.wraparound.kit.London;
import org.wraparound.kit.WorkingTime;

/** By when something about a referral must have happened, in working time. */
@ApplicationScoped
class Deadlines {
  private final ReferralConfig config;
  private final WorkingTime.Hours hours;

  Deadlines(ReferralConfig config) {
    this.config = config;
    this.hours = new WorkingTime.Hours(config.workFrom(), config.workUntil());
  }

  /** By when a referral for the purpose, sent at this moment, is to be answered. */
  Instant answerBy(Purpose purpose, Instant sentAt) {
    return WorkingTime.plus(
        sentAt,
        config.respondWithin().getOrDefault(purpose, config.otherwiseRespondWithin()),
        hours);
  }

  /** When the next reminder goes out while no answer comes. */
  Instant nextChase(Instant chasedAt) {
    return WorkingTime.plus(chasedAt, config.chaseEvery(), hours);
  }

  /** Whether reminders still go out by themselves after so many. */
  boolean chasesAgain(int chases) {
    return chases < config.mostChases();
  }

  /** Last day until which a referral may rest from this moment. */
  LocalDate lastDayOfRest(Instant now) {
    return London.dayOf(now).plusDays(config.longestHoldDays());
  }
}
