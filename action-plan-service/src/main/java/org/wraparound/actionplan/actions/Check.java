package org.wraparound.actionplan.actions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One look, by someone other than the owner, at whether an action worked.
 *
 * @param checkAgainOn where it was too early to say
 * @param followUpId the action that takes on what was not achieved, where the checker chose one
 */
@Embeddable
record Check(
    @Enumerated(EnumType.STRING) @Column(name = "impact") Impact impact,
    @Column(name = "finding") String finding,
    @Column(name = "check_again_on") LocalDate checkAgainOn,
    @Column(name = "follow_up_id") UUID followUpId,
    @Column(name = "checked_at") Instant checkedAt,
    @Column(name = "checked_by_agency") String checkedByAgency,
    @Column(name = "checked_by") String checkedBy) {}
