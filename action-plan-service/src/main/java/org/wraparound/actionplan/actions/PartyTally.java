package org.wraparound.actionplan.actions;

import java.util.UUID;
import org.wraparound.actionplan.templates.Party;

/**
 * How one party's actions of a plan stand.
 *
 * @param overdue those still to be done (proposed, open, started or declined) whose due day has
 *     ended
 */
public record PartyTally(
    UUID planId,
    Party party,
    long proposed,
    long open,
    long started,
    long completed,
    long verified,
    long declined,
    long withdrawn,
    long overdue) {

  /** The party has no action in the plan. */
  public static PartyTally none(UUID planId, Party party) {
    return new PartyTally(planId, party, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
