package org.wraparound.kit.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The code lists this service owns: files {@code reference/NAME.json}, named by {@code
 * wraparound.reference.lists}.
 */
@ApplicationScoped
public class CodeLists {
  private final Map<String, CodeList> lists = new TreeMap<>();

  CodeLists(
      ObjectMapper json,
      @ConfigProperty(name = "wraparound.reference.lists") Optional<List<String>> names) {
    for (String name : names.orElse(List.of())) {
      lists.put(name, read(json, name));
    }
  }

  /** All lists, by name. */
  Collection<CodeList> all() {
    return lists.values();
  }

  /** The list of that name, if this service owns it. */
  public Optional<CodeList> named(String name) {
    return Optional.ofNullable(lists.get(name));
  }

  private static CodeList read(ObjectMapper json, String name) {
    try (InputStream file =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("reference/" + name + ".json")) {
      if (file == null) {
        throw new IllegalStateException("no code list reference/" + name + ".json");
      }
      return json.readValue(file, CodeList.class);
    } catch (IOException e) {
      throw new UncheckedIOException("code list " + name, e);
    }
  }
}
