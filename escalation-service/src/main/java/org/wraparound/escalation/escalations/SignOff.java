package org.wraparound.escalation.escalations;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/**
 * What a supervisor of the deciding agency said of a decision.
 *
 * @param userId subject of their token
 */
record SignOff(
    boolean agreed,
    String note,
    String userId,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at) {}
