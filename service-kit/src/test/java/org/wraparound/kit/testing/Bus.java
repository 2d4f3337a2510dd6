package org.wraparound.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The other services, as far as a module's tests need them: puts events on the bus and reads what
 * is there.
 */
public final class Bus {
  static final String BROKERS = "wraparound.test.brokers";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Bus() {}

  /**
   * An event as another service would publish it.
   *
   * @param data JSON text of the event's data
   */
  public record Sent(
      UUID id, String type, String source, UUID personId, UUID subject, Instant at, String data) {
    /** An event that happens now. */
    public static Sent now(
        String type, String source, UUID personId, UUID subject, Map<String, ?> data) {
      try {
        return new Sent(
            UUID.randomUUID(),
            type,
            source,
            personId,
            subject,
            Instant.now(),
            JSON.writeValueAsString(data));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(e);
      }
    }

    /** The same event with data that are not what they should be. */
    public Sent withData(String text) {
      return new Sent(id, type, source, personId, subject, at, text);
    }
  }

  /** Publishes events of OAKFIELD's in order and waits until the broker has them. */
  public static void publish(String topic, Sent... events) {
    publishAs("OAKFIELD", topic, events);
  }

  /** Publishes events that the agency caused, in order, and waits until the broker has them. */
  public static void publishAs(String agency, String topic, Sent... events) {
    send(Arrays.stream(events).map(event -> message(agency, topic, event)).toList());
  }

  /** Publishes a message without an envelope, which is no event. */
  public static void publishNonsense(String topic, UUID key) {
    send(List.of(new ProducerRecord<>(topic, key.toString(), bytes("nonsense"))));
  }

  private static ProducerRecord<String, byte[]> message(String agency, String topic, Sent event) {
    var message = new ProducerRecord<>(topic, event.personId().toString(), bytes(event.data()));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", event.id().toString(),
            "ce_type", event.type(),
            "ce_source", event.source(),
            "ce_subject", event.subject().toString(),
            "ce_time", event.at().toString(),
            "ce_recordedtime", event.at().toString(),
            "ce_partitionkey", event.personId().toString(),
            "ce_agency", agency,
            "ce_actor", "test")
        .forEach((name, value) -> message.headers().add(name, bytes(value)));
    message.headers().add("ce_causationdepth", bytes("0"));
    return message;
  }

  private static void send(List<ProducerRecord<String, byte[]>> messages) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", System.getProperty(BROKERS), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = messages.stream().map(producer::send).toList();
      for (Future<RecordMetadata> acknowledgement : sent) {
        acknowledgement.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everything on a topic about a person, in order. */
  public static List<Read> read(String topic, UUID personId) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", System.getProperty(BROKERS)),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Read> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
          if (personId.toString().equals(message.key())) {
            found.add(Read.of(message));
          }
        }
      }
      return found;
    }
  }

  /** A message found on the bus. */
  public record Read(String id, String type, JsonNode data, Map<String, String> headers) {
    private static Read of(ConsumerRecord<String, byte[]> message) {
      Map<String, String> headers = new java.util.TreeMap<>();
      message
          .headers()
          .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
      try {
        return new Read(
            headers.get("ce_id"), headers.get("ce_type"), JSON.readTree(message.value()), headers);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
