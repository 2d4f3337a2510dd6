package org.wraparound.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Keycloak server in its own process, on the loopback address, with one realm.
 *
 * <p>The programs are shared by all runs; what a run keeps is in its own folder. The Java program
 * is started directly, since {@code kc.sh} puts a shell in between that outlives a kill.
 */
final class KeycloakServer implements AutoCloseable {
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(3);
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  /** What Keycloak fixes into its programs before the first start. No management port is wanted. */
  private static final List<String> BUILD =
      List.of("build", "--db=dev-file", "--health-enabled=false", "--metrics-enabled=false");

  private final Path programs;
  private final Path home;
  private final Path log;
  private final int port;
  private ServerProcess process;

  private KeycloakServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.home = folder.resolve("home");
    this.log = folder.resolve("server.log");
    this.port = port;
  }

  /**
   * Starts the server and returns when the realm can be used.
   *
   * @param unpacked the folder that holds the unpacked distribution
   * @param folder kept between runs; made when missing
   * @param realmFile imported at the first start and again whenever it has changed
   */
  static KeycloakServer start(Path unpacked, Path folder, int port, Path realmFile) {
    KeycloakServer server = new KeycloakServer(prepare(unpacked), folder, port);
    try {
      server.furnish(realmFile);
    } catch (IOException e) {
      throw new StackFailure("The folder %s cannot be written: %s".formatted(folder, e), e);
    }
    server.launch();
    return server;
  }

  /** Where the packaging of this module unpacks the distribution. */
  static Path unpacked(Path checkout) {
    return checkout.resolve("local-stack/target/keycloak");
  }

  /**
   * Makes the distribution ready to start quickly; does nothing when it is.
   *
   * @return the folder of the distribution
   */
  static synchronized Path prepare(Path unpacked) {
    Path programs = distribution(unpacked);
    Path marker = unpacked.resolve("built");
    String wanted = programs.getFileName() + " " + String.join(" ", BUILD);
    // Asked before the lock too: who runs a tree that another user built may not write in it.
    if (says(marker, wanted)) {
      return programs;
    }
    try (FileChannel channel =
            FileChannel.open(
                unpacked.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!says(marker, wanted)) {
        ServerProcess.run("Preparing Keycloak", command(programs, programs, BUILD), BUILD_LIMIT);
        Files.writeString(marker, wanted, StandardCharsets.UTF_8);
      }
      return programs;
    } catch (IOException e) {
      throw new StackFailure("Keycloak could not be prepared: " + e.getMessage(), e);
    }
  }

  private static boolean says(Path marker, String wanted) {
    try {
      return Files.exists(marker)
          && Files.readString(marker, StandardCharsets.UTF_8).equals(wanted);
    } catch (IOException e) {
      throw new StackFailure("Keycloak's folder cannot be read: " + e.getMessage(), e);
    }
  }

  URI realm() {
    return URI.create("http://localhost:%d/realms/wraparound".formatted(port));
  }

  void kill() {
    process.kill();
  }

  void restart() {
    process.stop(STOP_LIMIT);
    launch();
  }

  @Override
  public void close() {
    process.stop(STOP_LIMIT);
  }

  ServerProcess process() {
    return process;
  }

  private static Path distribution(Path unpacked) {
    try (Stream<Path> folders = Files.list(unpacked)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("lib/quarkus-run.jar")))
          .findAny()
          .orElseThrow(() -> new IOException("no distribution"));
    } catch (IOException e) {
      throw new StackFailure(
          "Keycloak is not unpacked in %s; build the module local-stack first.".formatted(unpacked),
          e);
    }
  }

  /** A home of its own for this run: links to the shared programs, and its own data. */
  private void furnish(Path realmFile) throws IOException {
    Path imports = home.resolve("data/import");
    Path imported = imports.resolve("wraparound-realm.json");
    byte[] realm = Files.readAllBytes(realmFile);
    if (Files.exists(imported) && !Arrays.equals(Files.readAllBytes(imported), realm)) {
      Folders.delete(home.resolve("data"));
    }
    Files.createDirectories(imports);
    Files.write(imported, realm);
    for (String shared : List.of("lib", "conf", "providers", "themes")) {
      Path link = home.resolve(shared);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, programs.resolve(shared));
    }
  }

  private void launch() {
    Ports.requireFree(port, Part.KEYCLOAK.label(), Part.KEYCLOAK.portVariable());
    List<String> arguments =
        List.of(
            "start",
            "--optimized",
            "--import-realm",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=" + Ports.LOOPBACK,
            "--http-port=" + port,
            "--hostname=http://localhost:" + port);
    process = ServerProcess.start("Keycloak", log, command(programs, home, arguments), Map.of());
    try {
      process.await(this::answers, START_LIMIT);
    } catch (StackFailure e) {
      process.kill();
      throw e;
    }
  }

  private static List<String> command(Path programs, Path home, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ServerProcess.java(),
                "-Xms64m",
                "-Xmx400m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                programs.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    command.addAll(arguments);
    return command;
  }

  private boolean answers() {
    // The port opens only when the realm has been imported.
    return Probe.answersOk(URI.create(realm() + "/.well-known/openid-configuration"));
  }
}
