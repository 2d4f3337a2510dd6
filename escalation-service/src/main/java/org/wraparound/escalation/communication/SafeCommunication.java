package org.wraparound.escalation.communication;

import java.util.Set;
import java.util.UUID;
import org.wraparound.escalation.directory.ContactPoint;

/**
 * How others are told of a person without putting anybody at risk: what every notice and every
 * referral obeys.
 *
 * @param discreet say nothing that tells what it is about
 * @param avoidKinds ways that are not used, such as a telephone that someone else may answer
 * @param avoidAgencies agencies that are told nothing
 * @param avoidContacts contacts of the directory who are told nothing
 */
public record SafeCommunication(
    boolean discreet,
    Set<ContactPoint.Kind> avoidKinds,
    Set<String> avoidAgencies,
    Set<UUID> avoidContacts) {

  /** Whether the agency is told nothing. */
  public boolean avoids(String agency) {
    return avoidAgencies.contains(agency);
  }
}
