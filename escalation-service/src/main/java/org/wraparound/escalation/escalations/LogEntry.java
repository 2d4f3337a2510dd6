package org.wraparound.escalation.escalations;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import org.wraparound.kit.Caller;

/**
 * One thing that was done about an escalation.
 *
 * @param agency agency that did it, SYSTEM for a rule or a clock
 * @param userId subject of the token that did it
 * @param roles roles they held
 * @param detail a code: the rule, the agency it went to, the type of agency that is missing, what
 *     did not happen in time, the decision
 * @param step step reached, where it climbed
 */
record LogEntry(
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
    Kind kind,
    String agency,
    String userId,
    List<String> roles,
    String detail,
    Integer step) {

  /** What was done. */
  enum Kind {
    RAISED,
    DIRECTED,
    NOBODY_IN_CIRCLE,
    ACKNOWLEDGED,
    CLIMBED,
    DECIDED,
    CLOSED
  }

  static LogEntry by(Caller caller, Instant at, Kind kind, String detail) {
    return new LogEntry(
        at,
        kind,
        caller.agencyOrRole(),
        caller.userId(),
        caller.roles().stream().sorted().toList(),
        detail,
        null);
  }

  static LogEntry bySystem(Instant at, Kind kind, String detail) {
    return by(Caller.SYSTEM_CALLER, at, kind, detail);
  }

  LogEntry atStep(int reached) {
    return new LogEntry(at, kind, agency, userId, roles, detail, reached);
  }
}
