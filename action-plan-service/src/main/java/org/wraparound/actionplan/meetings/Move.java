package org.wraparound.actionplan.meetings;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A meeting was moved to another time.
 *
 * @param movedFrom when it was to be until then
 */
@Embeddable
@Schema(name = "Move")
record Move(
    @Column(name = "moved_from") Instant movedFrom,
    @Column(name = "reason") String reason,
    @Column(name = "moved_at") Instant movedAt,
    @Column(name = "moved_by_agency") String movedByAgency) {}
