package org.wraparound.actionplan.actions;

import java.util.UUID;

/**
 * How far one agency has agreed to its actions of a plan; withdrawn ones are not counted.
 *
 * @param agreed those it took on by name, done or not
 */
public record AgencyTally(UUID planId, String agency, long proposed, long agreed, long declined) {}
