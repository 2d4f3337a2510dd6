package org.wraparound.escalation.enquiries;

import java.util.UUID;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;
import org.wraparound.escalation.safeguarding.S42;

/**
 * Open an enquiry, because a local authority decided so.
 *
 * @param council the local authority
 * @param outcome one that opens an enquiry
 */
public record OpenEnquiry(
    UUID escalationId,
    UUID personId,
    String council,
    S42.Outcome outcome,
    MakingSafeguardingPersonal makingSafeguardingPersonal) {}
