package org.wraparound.incident.observations;

/** What is observed: the code list observation-kind. */
enum ObservationKind {
  ABC_EPISODE,
  REFUSAL,
  MEALTIME,
  SEIZURE_RECOVERY,
  SLEEP,
  MOBILITY,
  ANXIETY_SCALE,
  /** Defined for one person alone; title, code and measure are theirs. */
  OWN
}
