package org.wraparound.incident.trends;

/** What incidents are counted by. */
enum Dimension {
  SEVERITY("bySeverity"),
  KIND("byKind"),
  ANTECEDENT("byAntecedent"),
  LOCATION("byLocation"),
  TYPE_OF_RISK("byTypeOfRisk"),
  EARLY_INTERVENTION("earlyIntervention"),
  SETTING("bySetting");

  private final String field;

  Dimension(String field) {
    this.field = field;
  }

  /** The field of a report that holds the counts. */
  String field() {
    return field;
  }
}
