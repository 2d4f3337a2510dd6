package org.wraparound.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker that is its own controller, in a JVM of its own so that it can be killed.
 *
 * <p>It ends when its standard input does, so that it never outlives the JVM that started it.
 */
final class KafkaNode {
  private static final String CONTROLLER = "CONTROLLER";

  /** The same at every start, or Kafka takes the folder for that of another cluster. */
  private static final String CLUSTER_ID = "wraparound-local-stack";

  private static final Logger KAFKA_LOG = Logger.getLogger("");

  private KafkaNode() {}

  /** Arguments: data folder, client port, controller port. */
  public static void main(String[] arguments) throws Exception {
    KAFKA_LOG.setLevel(Level.WARNING);
    Path folder = Path.of(arguments[0]);
    KafkaConfig config =
        new KafkaConfig(
            settings(folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
    format(folder);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-stop"));
    Thread watch = new Thread(KafkaNode::exitWithStarter, "starter-watch");
    watch.setDaemon(true);
    watch.start();
    server.startup();
    server.awaitShutdown();
  }

  private static void exitWithStarter() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever said on this pipe; only its end means something.
      }
    } catch (IOException e) {
      KAFKA_LOG.log(Level.WARNING, "The pipe to the starter broke", e);
    }
    System.exit(0);
  }

  private static void format(Path folder) throws Exception {
    new Formatter()
        .setClusterId(CLUSTER_ID)
        .setNodeId(1)
        .setDirectories(List.of(folder.toString()))
        .setMetadataLogDirectory(Optional.of(folder.toString()))
        .setControllerListenerName(CONTROLLER)
        .setReleaseVersion(MetadataVersion.latestProduction())
        // What an earlier run left is kept.
        .setIgnoreFormatted(true)
        .run();
  }

  private static Properties settings(Path folder, int port, int controllerPort) {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(port, CONTROLLER, controllerPort));
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("log.dirs", folder.toString());
    // Back after a kill in 4 s instead of 13: the controller forgets the dead broker sooner.
    settings.put("broker.session.timeout.ms", "2000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("auto.create.topics.enable", "false");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "6");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    // There is one consumer per group here, so waiting for others to join only costs time.
    settings.put("group.initial.rebalance.delay.ms", "0");
    // Sized for one machine: the defaults reserve 128 MB for the cleaner alone.
    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    return settings;
  }
}
