package org.wraparound.incident.observations;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** How each kind is observed unless it is the person's own: the file observation-kinds.json. */
@ApplicationScoped
class ObservationKinds {
  private final Map<ObservationKind, Standard> standards;

  ObservationKinds(ObjectMapper json) {
    try (InputStream file = ObservationKinds.class.getResourceAsStream("/observation-kinds.json")) {
      standards = json.readValue(file, new TypeReference<Map<ObservationKind, Standard>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("observation-kinds.json", e);
    }
  }

  /** The standard of the kind; null for OWN, which has none. */
  Standard of(ObservationKind kind) {
    return standards.get(kind);
  }

  /**
   * What a definition of the kind has when it says nothing else.
   *
   * @param measure the same for everyone, so that readings of a kind can be compared
   */
  record Standard(String code, String title, Measure measure) {}
}
