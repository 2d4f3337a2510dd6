package org.wraparound.pathway.indicators;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By what an indicator is judged, from a day on.
 *
 * @param effectiveFrom the first day whose reading is judged by it, Europe/London
 * @param baseline null when there is none
 */
@Schema(name = "IndicatorTerms")
record Terms(LocalDate effectiveFrom, Baseline baseline, Rules rules) {

  /** Those in force on a day; before the first of them, the first. */
  static Terms on(LocalDate day, List<Terms> all) {
    Terms inForce = all.get(0);
    for (Terms later : all) {
      if (!later.effectiveFrom().isAfter(day)) {
        inForce = later;
      }
    }
    return inForce;
  }
}
