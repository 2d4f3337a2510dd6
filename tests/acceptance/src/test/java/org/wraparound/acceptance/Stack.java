package org.wraparound.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.wraparound.localstack.LocalStack;
import org.wraparound.localstack.StackSettings;

/**
 * One stack for all stories of a run: real PostgreSQL, Kafka, Keycloak and the five services, on
 * free ports.
 */
public class Stack implements BeforeAllCallback {
  private static LocalStack running;

  /** The stack the stories are told on. */
  static LocalStack running() {
    return running;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    use(
        context
            .getRoot()
            .getStore(Namespace.create(Stack.class))
            .computeIfAbsent("stack", key -> Started.now(), Started.class)
            .stack());
  }

  private static void use(LocalStack stack) {
    running = stack;
  }

  /** Closed by JUnit after the last story. */
  private record Started(LocalStack stack) implements AutoCloseable {
    static Started now() {
      try {
        // Under target, so that the logs of a failed run can be read.
        Path data = Path.of("target", "stack").toAbsolutePath();
        Files.createDirectories(data);
        return new Started(
            LocalStack.start(
                StackSettings.onFreePorts(StackSettings.checkoutAround(Path.of("")), data)
                    .withFresh(true)
                    .withProgress(System.out::println)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      stack.close();
    }
  }
}
