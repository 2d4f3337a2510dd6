package org.wraparound.pathway.indicators;

import java.time.LocalDate;

/**
 * A breach as a series of readings amounts to it.
 *
 * @param endedOn the day whose reading ended it; null while it lasts
 * @param worsened whether a worse one ended it
 */
record Span(
    Cause because,
    Severity severity,
    LocalDate beganOn,
    LocalDate endedOn,
    boolean worsened,
    Saw saw) {

  Span endedOn(LocalDate day, boolean byWorse) {
    return new Span(because, severity, beganOn, day, byWorse, saw);
  }
}
