package org.wraparound.actionplan.meetings;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What elsewhere asked for a meeting.
 *
 * @param escalationId the escalation whose decision it was; or null
 * @param transitionId the change of support that it is about; or null
 */
@Embeddable
@Schema(name = "RequestedBy")
record RequestedBy(
    @Column(name = "escalation_id", updatable = false) UUID escalationId,
    @Column(name = "transition_id", updatable = false) UUID transitionId) {}
