package org.wraparound.actionplan.actions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One look, by someone other than who completed it, at whether an action worked. */
@Embeddable
record Check(
    @Enumerated(EnumType.STRING) @Column(name = "impact") Impact impact,
    @Column(name = "finding") String finding,
    @Column(name = "checked_at") Instant checkedAt,
    @Column(name = "checked_by_agency") String checkedByAgency,
    @Column(name = "checked_by") String checkedBy) {}
