package org.wraparound.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A Kafka broker in a JVM of its own, on the loopback address, without containers.
 *
 * <p>Its data lasts: a second start on the same folder finds what the first left, and so does
 * {@link #restart()} after {@link #kill()}. Topics are never made by themselves; those named at the
 * start have 6 partitions and keep their records for ever, since projections are rebuilt from them.
 * Not safe for use by several threads.
 */
public final class KafkaServer implements AutoCloseable {
  /** The environment variable that chooses the port of the local stack's broker. */
  static final String PORT_VARIABLE = "WRAPAROUND_KAFKA_PORT";

  private static final int PARTITIONS = 6;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Path folder;
  private final int port;
  private ServerProcess process;

  private KafkaServer(Path folder, int port) {
    this.folder = folder.toAbsolutePath();
    this.port = port;
  }

  /**
   * Starts a broker and returns when every topic can be used.
   *
   * @param dataFolder kept between runs; made when missing
   * @param port 1 to 65535, or 0 for any free port
   * @param topics made when missing
   * @throws StackFailure when it cannot start: port taken, folder not writable
   */
  public static KafkaServer start(Path dataFolder, int port, String... topics) {
    KafkaServer server = new KafkaServer(dataFolder, port == 0 ? Ports.free() : port);
    server.launch();
    try {
      server.createTopics(Arrays.asList(topics));
    } catch (StackFailure e) {
      server.close();
      throw e;
    }
    return server;
  }

  public int port() {
    return port;
  }

  /** Host and port for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return Ports.LOOPBACK + ":" + port;
  }

  /** Makes those of the topics that are missing. */
  public void createTopics(Collection<String> topics) {
    try (Admin admin = admin()) {
      Set<String> existing = admin.listTopics().names().get(30, TimeUnit.SECONDS);
      List<NewTopic> missing =
          topics.stream()
              .filter(topic -> !existing.contains(topic))
              .map(
                  topic ->
                      new NewTopic(topic, PARTITIONS, (short) 1)
                          .configs(
                              Map.of(
                                  TopicConfig.RETENTION_MS_CONFIG, "-1",
                                  TopicConfig.RETENTION_BYTES_CONFIG, "-1")))
              .toList();
      admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new StackFailure("Kafka started but its topics could not be made: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("The making of Kafka's topics was interrupted.", e);
    }
  }

  /** Ends the broker at once, as {@code kill -9} does. */
  public void kill() {
    process.kill();
  }

  /** Starts the broker again on the same data and port after {@link #kill()}. */
  public void restart() {
    process.stop(STOP_LIMIT);
    launch();
  }

  /** Stops the broker in order; does nothing when it has stopped. */
  @Override
  public void close() {
    process.stop(STOP_LIMIT);
  }

  ServerProcess process() {
    return process;
  }

  private void launch() {
    Ports.requireFree(port, "Kafka", PORT_VARIABLE);
    Path logDirectory = folder.resolve("log");
    try {
      Files.createDirectories(logDirectory);
    } catch (IOException e) {
      throw new StackFailure(
          "The folder %s cannot be written: %s".formatted(folder, e.getMessage()), e);
    }
    process =
        ServerProcess.start(
            "Kafka",
            folder.resolve("server.log"),
            List.of(
                ServerProcess.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=128m",
                KafkaNode.class.getName(),
                logDirectory.toString(),
                String.valueOf(port),
                String.valueOf(Ports.free())),
            // The class path can be longer than a command line may be.
            Map.of("CLASSPATH", System.getProperty("java.class.path")));
    try {
      process.await(this::answers, START_LIMIT);
    } catch (StackFailure e) {
      process.kill();
      throw e;
    }
  }

  private boolean answers() {
    if (!Ports.answers(port)) {
      return false;
    }
    try (Admin admin = admin()) {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("The wait for Kafka was interrupted.", e);
    }
  }

  private Admin admin() {
    // Kafka finds its own parts through the thread's class loader, which on a pool may be
    // another's.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(KafkaServer.class.getClassLoader());
    try {
      return client();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Admin client() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            "5000",
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            "20000"));
  }
}
