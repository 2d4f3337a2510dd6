package org.wraparound.incident.trends;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    description =
        "Incidents in which something proactive was tried before it came to a reaction (used), in which nothing was"
            + " (notUsed), and of which that is not recorded. share is used / (used + notUsed), 0 to 1 in four"
            + " decimals; null when both are 0 or one is suppressed.")
record EarlyIntervention(Long used, Long notUsed, Long notRecorded, Double share) {
  private static final double DECIMALS = 10_000.0;

  static EarlyIntervention of(Long used, Long notUsed, Long notRecorded) {
    return new EarlyIntervention(used, notUsed, notRecorded, share(used, notUsed));
  }

  private static Double share(Long used, Long notUsed) {
    if (used == null || notUsed == null || used + notUsed == 0) {
      return null;
    }
    return Math.round(used * DECIMALS / (used + notUsed)) / DECIMALS;
  }
}
