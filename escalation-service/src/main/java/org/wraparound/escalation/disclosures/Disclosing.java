package org.wraparound.escalation.disclosures;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something about a person was told to someone.
 *
 * @param agency agency that told it
 * @param content what was told, at least one
 * @param records records that were shared; may be empty
 * @param grounds on which it was told; they must suffice
 * @param at when it was told
 * @param withheldReason why the person's own view leaves it out; null when it does not
 */
public record Disclosing(
    UUID personId,
    String agency,
    Recipient recipient,
    List<DisclosedContent> content,
    List<RecordReference> records,
    DisclosurePurpose purpose,
    Grounds grounds,
    DisclosureRoute route,
    Instant at,
    String withheldReason) {}
