package org.wraparound.localstack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of Wraparound's own programs in its own process. */
public final class ServiceServer implements AutoCloseable {
  /**
   * The gateway is ready only when Keycloak is, which may start beside it and for the first time.
   */
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  private final Part part;
  private final int port;
  private final Path jar;
  private final Path log;
  private final List<String> options;
  private final Map<String, String> environment;
  private ServerProcess process;

  private ServiceServer(
      Part part,
      int port,
      Path jar,
      Path log,
      List<String> options,
      Map<String, String> environment) {
    this.part = part;
    this.port = port;
    this.jar = jar;
    this.log = log;
    this.options = options;
    this.environment = environment;
  }

  /** Where a module's packaging puts its program. */
  static Path jar(Path checkout, Part part) {
    Path jar = checkout.resolve(part.id()).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.isRegularFile(jar)) {
      throw new StackFailure("%s is not built: there is no %s.".formatted(part.label(), jar));
    }
    return jar;
  }

  /**
   * Starts the program and returns when it says that it is ready.
   *
   * @param options more of them for its virtual machine
   */
  static ServiceServer start(
      Part part,
      int port,
      Path jar,
      Path log,
      List<String> options,
      Map<String, String> environment) {
    ServiceServer server = new ServiceServer(part, port, jar, log, options, environment);
    server.launch();
    return server;
  }

  /** Its base address, without a path. */
  public URI uri() {
    return URI.create("http://localhost:" + port);
  }

  void kill() {
    process.kill();
  }

  void restart() {
    process.stop(STOP_LIMIT);
    launch();
  }

  /** Asks it to stop and waits until it has; does nothing when it has. */
  @Override
  public void close() {
    process.stop(STOP_LIMIT);
  }

  ServerProcess process() {
    return process;
  }

  private void launch() {
    Ports.requireFree(port, part.label(), part.portVariable());
    List<String> command =
        new ArrayList<>(
            List.of(
                ServerProcess.java(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                // Five programs warm up on two cores: the quick compiler alone is ready sooner.
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=160m",
                "-XX:ReservedCodeCacheSize=64m"));
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    process = ServerProcess.start(part.label(), log, command, environment);
    try {
      process.await(() -> Probe.answersOk(uri().resolve("/q/health/ready")), START_LIMIT);
    } catch (StackFailure e) {
      process.kill();
      throw e;
    }
  }
}
