package org.wraparound.escalation.communication;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.directory.ContactPoint;

/**
 * What whoever reads of a person must honour when they call, write or pass it on.
 *
 * @param discreet say nothing that tells what it is about
 * @param avoidKinds ways that are not used
 * @param avoidAgencies agencies that are told nothing
 * @param avoidContacts contacts of the directory who are told nothing
 * @param instructions as written, for people
 */
@Schema(name = "SafeCommunication")
public record ToHonour(
    boolean discreet,
    List<ContactPoint.Kind> avoidKinds,
    List<String> avoidAgencies,
    List<UUID> avoidContacts,
    String instructions) {}
