package org.wraparound.localstack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** An operating system process that this JVM started, its output appended to a log file. */
final class ServerProcess {
  /** Ends the name of the file beside the log that says which process writes it. */
  static final String PID_SUFFIX = ".pid";

  private static final long LOG_KEPT_BYTES = 20L * 1024 * 1024;

  /** How far two readings of the same process's start may lie apart when the clock is adjusted. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  private final String name;
  private final Path log;
  private final Process process;

  private ServerProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  static ServerProcess start(
      String name, Path log, List<String> command, Map<String, String> environment) {
    try {
      Files.createDirectories(log.getParent());
      if (Files.exists(log) && Files.size(log) > LOG_KEPT_BYTES) {
        Files.move(
            log,
            log.resolveSibling(log.getFileName() + ".old"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process process = builder.start();
      Files.writeString(
          pidFile(log), process.pid() + " " + startOf(process.toHandle()).toEpochMilli());
      return new ServerProcess(name, log, process);
    } catch (IOException e) {
      throw new StackFailure("%s could not be started: %s".formatted(name, e.getMessage()), e);
    }
  }

  /**
   * Ends the process that a pid file names, if it still runs: its starter was killed before it
   * could stop it.
   */
  static void endSurvivor(Path pidFile) {
    try {
      String[] words = Files.readString(pidFile).split(" ", -1);
      Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
      ProcessHandle survivor = ProcessHandle.of(Long.parseLong(words[0])).orElse(null);
      // The number alone may belong to somebody else by now.
      if (survivor != null
          && Duration.between(startOf(survivor), started).abs().compareTo(CLOCK_TOLERANCE) <= 0) {
        survivor.destroyForcibly();
        survivor.onExit().get(10, TimeUnit.SECONDS);
      }
      Files.delete(pidFile);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new StackFailure(
          "A process of an earlier run, named in %s, cannot be ended.".formatted(pidFile), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("The end of an earlier run's process was not awaited.", e);
    }
  }

  private static Path pidFile(Path log) {
    return log.resolveSibling(log.getFileName() + PID_SUFFIX);
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  /** The {@code java} of the JDK this JVM runs on. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Runs a command to its end and fails, with what it printed, unless it succeeds. */
  static void run(String what, List<String> command, Duration limit) {
    try {
      Path output = Files.createTempFile("wraparound", ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      try {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new StackFailure("%s did not finish in %d s.".formatted(what, limit.toSeconds()));
        }
        if (process.exitValue() != 0) {
          throw new StackFailure(
              "%s failed: %s"
                  .formatted(what, Files.readString(output, StandardCharsets.UTF_8).strip()));
        }
      } finally {
        process.destroyForcibly();
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new StackFailure("%s failed: %s".formatted(what, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("%s was interrupted.".formatted(what), e);
    }
  }

  /**
   * Waits until the server is ready.
   *
   * @throws StackFailure when the process ends or the limit passes first, with the end of its log
   */
  void await(BooleanSupplier ready, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new StackFailure(
            "%s ended with code %d while starting.%n%s"
                .formatted(name, process.exitValue(), lastLines(15)));
      }
      if (Instant.now().isAfter(deadline)) {
        throw new StackFailure(
            "%s was not ready after %d s; its log is %s.%n%s"
                .formatted(name, limit.toSeconds(), log, lastLines(15)));
      }
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackFailure("The wait for %s was interrupted.".formatted(name), e);
      }
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Tells, on another thread, the exit code when the process has ended, whatever the reason. */
  void whenEnded(IntConsumer listener) {
    var unused = process.onExit().thenAccept(ended -> listener.accept(ended.exitValue()));
  }

  /** Ends the process at once, as {@code kill -9} does. */
  void kill() {
    // PostgreSQL's own children hold its shared memory until they notice, and with it a restart.
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().completeOnTimeout(child, 10, TimeUnit.SECONDS).join());
    awaitExit(Duration.ofSeconds(10));
  }

  /** Asks the process to stop and, when it does not within the limit, ends it. */
  void stop(Duration limit) {
    process.destroy();
    if (!awaitExit(limit)) {
      kill();
    }
  }

  private boolean awaitExit(Duration limit) {
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (ended) {
        Files.deleteIfExists(pidFile(log));
      }
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The end of the log, for a person to see why the process ended. */
  String lastLines(int count) {
    try {
      // A line is rarely longer than 300 bytes; a log may hold bytes that are not UTF-8.
      byte[] bytes = Files.readAllBytes(log);
      int from = Math.max(0, bytes.length - count * 300);
      List<String> lines =
          new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8).lines().toList();
      return String.join(
          System.lineSeparator(), lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
