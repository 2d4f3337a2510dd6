package org.wraparound.actionplan.actions;

import java.util.UUID;
import org.wraparound.actionplan.templates.Party;

/**
 * How one party's actions of a plan stand.
 *
 * @param overdue those of the open ones whose due day has ended
 */
public record PartyTally(
    UUID planId,
    Party party,
    long open,
    long completed,
    long verified,
    long withdrawn,
    long overdue) {

  /** The party has no action in the plan. */
  public static PartyTally none(UUID planId, Party party) {
    return new PartyTally(planId, party, 0, 0, 0, 0, 0);
  }
}
