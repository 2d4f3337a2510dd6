package org.wraparound.escalation.escalations;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.wraparound.kit.Caller;

/**
 * A time in which no clock of an escalation ran.
 *
 * @param from when it began
 * @param until when it ends at the latest
 * @param reason why, as written
 * @param agency agency of the one who paused it
 * @param userId subject of their token
 * @param endedAt when the clocks ran again; null while they do not
 * @param endedByAgency agency of the one who resumed it; SYSTEM when its time was up
 * @param endedByUserId subject of their token; SYSTEM when its time was up
 */
record Pause(
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant from,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant until,
    String reason,
    String agency,
    String userId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant endedAt,
    String endedByAgency,
    String endedByUserId) {

  Pause ended(Caller caller, Instant at) {
    return new Pause(
        from, until, reason, agency, userId, at, caller.agencyOrRole(), caller.userId());
  }
}
