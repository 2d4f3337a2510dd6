package org.wraparound.actionplan.meetings;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Someone asked to come. Their number in the meeting is their place in its list, from 1.
 *
 * @param role as what they are asked; null where nobody has said yet whom the agency sends
 * @param name who in the agency; or null
 * @param external comes without seeing the person's records: the agency is not in the circle
 */
@Embeddable
record Invitee(
    @Column(name = "agency") String agency,
    @Column(name = "role") String role,
    @Column(name = "name") String name,
    @Column(name = "is_external") boolean external) {}
