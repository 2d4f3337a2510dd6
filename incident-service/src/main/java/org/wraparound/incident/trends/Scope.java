package org.wraparound.incident.trends;

import java.util.Map;
import java.util.UUID;

/**
 * Whose incidents are counted.
 *
 * @param condition in HQL, on incident i
 */
record Scope(String condition, Map<String, Object> parameters) {
  static Scope person(UUID personId) {
    return new Scope("i.personId = :personId", Map.of("personId", personId));
  }

  static Scope setting(String provider, String settingId) {
    return new Scope(
        "i.agency = :provider and i.settingId = :settingId",
        Map.of("provider", provider, "settingId", settingId));
  }

  static Scope provider(String provider) {
    return new Scope("i.agency = :provider", Map.of("provider", provider));
  }
}
