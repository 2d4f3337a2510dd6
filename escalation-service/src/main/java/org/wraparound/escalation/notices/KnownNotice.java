package org.wraparound.escalation.notices;

import java.util.UUID;
import org.wraparound.escalation.directory.ContactPoint;

/**
 * What a notice told, for others that keep an account of it.
 *
 * @param subjectId id of the record it is about
 * @param reference what people call that record
 * @param agency agency whose record it is
 * @param kind by what; null where there was no way
 */
public record KnownNotice(
    UUID subjectId,
    String reference,
    UUID personId,
    String agency,
    String toAgency,
    ContactPoint.Kind kind) {}
