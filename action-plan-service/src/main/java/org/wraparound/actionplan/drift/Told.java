package org.wraparound.actionplan.drift;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * An agency was told something about a due day.
 *
 * @param rung where drift climbed; null for everything else
 * @param ownerAgency agency that owned the action then
 */
@Embeddable
record Told(
    @Enumerated(EnumType.STRING) @Column(name = "what") DriftLogKind what,
    @Enumerated(EnumType.STRING) @Column(name = "rung") Rung rung,
    @Column(name = "owner_agency") String ownerAgency,
    @Column(name = "to_agency") String toAgency,
    @Column(name = "told_at") Instant at) {}
