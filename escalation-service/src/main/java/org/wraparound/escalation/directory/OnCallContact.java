package org.wraparound.escalation.directory;

import java.util.List;
import java.util.UUID;

/**
 * Somebody who covers.
 *
 * @param name of the person or the desk
 * @param jobTitle null where the directory holds none
 * @param points ways to reach them, the one to try first before the others
 */
public record OnCallContact(
    UUID contactId, String name, String jobTitle, List<ContactPoint> points) {}
