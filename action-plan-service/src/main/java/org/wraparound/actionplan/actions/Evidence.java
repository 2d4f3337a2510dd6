package org.wraparound.actionplan.actions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One thing that shows that an action was done. */
@Embeddable
record Evidence(
    @Enumerated(EnumType.STRING) @Column(name = "kind") EvidenceKind kind,
    @Column(name = "reference") String reference,
    @Column(name = "note") String note,
    @Column(name = "added_at") Instant addedAt,
    @Column(name = "added_by_agency") String addedByAgency,
    @Column(name = "added_by") String addedBy) {}
