package org.wraparound.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Contracts of events by file: the producer keeps {@code src/main/resources/contracts/TYPE.json},
 * an object with a JSON Schema ({@code schema}) and an example ({@code example}); a consumer's test
 * reads the same file by its path.
 */
public final class Contracts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Contracts() {}

  /** What is wrong with an event's data by the schema; empty when nothing is. */
  public static Set<String> violations(String producer, String type, JsonNode data) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(read(producer, type).get("schema"))
        .validate(data)
        .stream()
        .map(ValidationMessage::getMessage)
        .collect(Collectors.toSet());
  }

  /** The example data of a contract, for a consumer to read. */
  public static JsonNode example(String producer, String type) {
    return read(producer, type).get("example");
  }

  private static JsonNode read(String producer, String type) {
    Path file = Path.of("..", producer, "src", "main", "resources", "contracts", type + ".json");
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("contract of " + producer, e);
    }
  }
}
