package org.wraparound.actionplan.actions;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How an action stands on a day; every action stands in exactly one way. Lists and numbers ask by
 * the same conditions, so that they agree.
 */
public enum Standing {
  /** Taken on, its day is to come, and nothing speaks against it. */
  ON_TRACK(Of.TAKEN_ON + " and not (" + Of.THREATENED + ")"),
  /**
   * Taken on, and its day is to come, but a barrier is in the way, a milestone was missed, the last
   * review found it off track, an action it waits for is late or declined, or its day is near and
   * it has not been started.
   */
  AT_RISK(Of.TAKEN_ON + " and (" + Of.THREATENED + ")"),
  /** Its day has ended and it is still to be done, whether or not an agency has taken it on. */
  OVERDUE("a.status in (PROPOSED, OPEN, STARTED, DECLINED) and a.terms.dueOn < :today"),
  /** Its day is to come, and no agency has taken it on: it is proposed, or was declined. */
  AWAITING_ACCEPTANCE("a.status in (PROPOSED, DECLINED) and a.terms.dueOn >= :today"),
  /** Done, says the owner; nobody else has found yet whether it worked. */
  AWAITING_VERIFICATION("a.status = COMPLETED"),
  /** Done and checked: it achieved what was intended, or another action takes on the rest. */
  CLOSED("a.status = VERIFIED"),
  /** It will not be done. */
  WITHDRAWN("a.status = WITHDRAWN");

  /**
   * Name of the standing of {@code Action a} in HQL. What stands in no other way is on track: it
   * need not be asked again what threatens it.
   */
  static final String OF_ACTION =
      Arrays.stream(values())
          .filter(standing -> standing != ON_TRACK)
          .map(standing -> "when " + standing.condition + " then '" + standing + "'")
          .collect(Collectors.joining(" ", "case ", " else '" + ON_TRACK + "' end"));

  private final String condition;

  Standing(String condition) {
    this.condition = condition;
  }

  /**
   * Whether {@code Action a} stands so, in HQL.
   *
   * <p>{@code :today} is the day, Europe/London; {@code :soon} is the last day that is near.
   */
  String condition() {
    return condition;
  }

  private static final class Of {
    static final String TAKEN_ON = "a.status in (OPEN, STARTED) and a.terms.dueOn >= :today";
    static final String THREATENED =
        "(a.status = OPEN and a.terms.dueOn <= :soon)"
            + " or exists (select 1 from ActionRisk r where r.actionId = a.id and r.harmlessUntil < :today)";
  }
}
