package org.wraparound.escalation.policies;

import java.util.List;

/** Of whom or what a pattern counts incidents; those of the same provider, unless of a person. */
public enum By {
  PERSON(null),
  SETTING(Fact.SETTING_ID),
  ALLEGED_SOURCE(Fact.ALLEGATION_SOURCE_REF),
  WORKER(Fact.WORKER_REF);

  private final Fact fact;

  By(Fact fact) {
    this.fact = fact;
  }

  /** The fact that tells it; null for the person, who is always known. */
  Fact fact() {
    return fact;
  }

  /** Whether several people's incidents are counted together. */
  public boolean isAcrossPeople() {
    return fact != null;
  }

  /**
   * What the incident counts for: one key for the person and the setting, one for each alleged
   * source or worker. Keys of different providers are never the same.
   */
  public List<String> keysOf(Facts incident) {
    if (fact == null) {
      return List.of(name() + " " + incident.personId());
    }
    return incident.of(fact).orElse(List.of()).stream()
        .distinct()
        .sorted()
        .map(code -> name() + " " + incident.provider() + " " + code)
        .toList();
  }

  /** What a key is of. */
  public static By ofKey(String key) {
    return valueOf(key.substring(0, key.indexOf(' ')));
  }
}
