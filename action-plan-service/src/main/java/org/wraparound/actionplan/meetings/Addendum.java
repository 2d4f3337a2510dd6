package org.wraparound.actionplan.meetings;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was added to finalised minutes.
 *
 * @param reason why it is added
 * @param addedBy who, as the subject of their token
 */
@Embeddable
@Schema(name = "MinutesAddendum")
record Addendum(
    @Column(name = "text") String text,
    @Column(name = "reason") String reason,
    @Column(name = "added_at") Instant addedAt,
    @Column(name = "added_by_agency") String addedByAgency,
    @Column(name = "added_by") String addedBy) {}
