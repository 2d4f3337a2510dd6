package org.wraparound.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
  private static final String TOPIC = "wraparound.incidents.v1";

  @TempDir Path folder;

  @Test
  void recordsSurviveARestartAndAKill() throws Exception {
    try (KafkaServer server = KafkaServer.start(folder, 0, TOPIC)) {
      send(server, "first");
      server.kill();
      server.restart();
      send(server, "second");
    }
    try (KafkaServer server = KafkaServer.start(folder, 0, TOPIC)) {
      List<String> seen = new ArrayList<>();
      try (KafkaConsumer<String, String> consumer = consumer(server)) {
        consumer.subscribe(List.of(TOPIC));
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> {
                  consumer
                      .poll(Duration.ofMillis(200))
                      .forEach(message -> seen.add(message.value()));
                  return seen.size() >= 2;
                });
      }
      assertThat(seen).containsExactly("first", "second");
    }
  }

  @Test
  void topicsHaveSixPartitionsAndKeepTheirRecordsForEver() throws Exception {
    try (KafkaServer server = KafkaServer.start(folder, 0, TOPIC);
        Admin admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
      Config config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
      assertThat(config.get("retention.ms").value()).isEqualTo("-1");
      assertThat(admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC).partitions())
          .hasSize(6);
    }
  }

  @Test
  void aTakenPortIsNamedWithTheVariableThatChangesIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> KafkaServer.start(folder, taken.getLocalPort(), TOPIC).close())
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("WRAPAROUND_KAFKA_PORT");
    }
  }

  private static void send(KafkaServer server, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", server.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, "person", value)).get(30, TimeUnit.SECONDS);
    }
  }

  private static KafkaConsumer<String, String> consumer(KafkaServer server) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            server.bootstrapServers(),
            "group.id",
            "reader",
            "auto.offset.reset",
            "earliest"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
