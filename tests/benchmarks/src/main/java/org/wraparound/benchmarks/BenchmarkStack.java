package org.wraparound.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.wraparound.localstack.LocalStack;
import org.wraparound.localstack.StackSettings;

/** A stack of the benchmark's own, on free ports and empty data, which is gone when it ends. */
final class BenchmarkStack {
  private BenchmarkStack() {}

  /** What is measured. */
  interface Measurement {
    void on(LocalStack stack) throws Exception;
  }

  /** Starts the stack, measures, and ends it: also when interrupted, and while it starts. */
  static void run(UnaryOperator<StackSettings> chosen, Measurement measurement) throws Exception {
    Path data = Files.createTempDirectory("wraparound-benchmark");
    LocalStack stack =
        new LocalStack(
            chosen.apply(
                StackSettings.onFreePorts(StackSettings.checkoutAround(Path.of("")), data)
                    .withProgress(System.out::println)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, data), "stop"));
    try {
      stack.start();
      measurement.on(stack);
    } finally {
      end(stack, data);
    }
  }

  private static synchronized void end(LocalStack stack, Path data) {
    stack.close();
    if (Files.exists(data)) {
      try (var files = Files.walk(data)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
