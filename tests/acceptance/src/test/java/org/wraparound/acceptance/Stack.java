package org.wraparound.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.wraparound.clock.MovedClock;
import org.wraparound.localstack.LocalStack;
import org.wraparound.localstack.StackSettings;

/**
 * One stack for all stories of a run: real PostgreSQL, Kafka, Keycloak and the five services, on
 * free ports.
 */
public class Stack implements BeforeAllCallback {
  private static final Path CLOCK = Path.of("target", "clock").toAbsolutePath();
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

  /**
   * Moves the time of all services.
   *
   * @param by how far from the real time; zero to be there again
   */
  static void moveClock(Duration by) {
    try {
      MovedClock.move(CLOCK, by);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closed by JUnit after the last story. */
  private record Started(LocalStack stack) implements AutoCloseable {
    static Started now() {
      try {
        // Under target, so that the logs of a failed run can be read.
        Path data = Path.of("target", "stack").toAbsolutePath();
        Files.createDirectories(data);
        Path checkout = StackSettings.checkoutAround(Path.of(""));
        Path agent = checkout.resolve("tests/clock/target/clock-agent.jar");
        moveClock(Duration.ZERO);
        return new Started(
            LocalStack.start(
                StackSettings.onFreePorts(checkout, data)
                    .withFresh(true)
                    .withServiceOptions(List.of("-javaagent:" + agent + "=" + CLOCK))
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
