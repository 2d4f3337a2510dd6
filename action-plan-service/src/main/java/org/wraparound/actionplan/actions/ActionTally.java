package org.wraparound.actionplan.actions;

import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;

/**
 * How many actions are alike in this.
 *
 * @param impact what the latest check found; null before the first
 */
public record ActionTally(
    Party party, OutcomeDomain outcomeDomain, Standing standing, Impact impact, long actions) {

  /** A row as the database gives it. */
  ActionTally(
      Party party, OutcomeDomain outcomeDomain, String standing, Impact impact, Long actions) {
    this(party, outcomeDomain, Standing.valueOf(standing), impact, actions.longValue());
  }
}
