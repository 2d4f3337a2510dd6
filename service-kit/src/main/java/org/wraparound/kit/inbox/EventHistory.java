package org.wraparound.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Everything the inbox has ever been sent, to be read again: what a projection is rebuilt from.
 * Reading it takes part in no consumer group and leaves the inbox where it is.
 */
@ApplicationScoped
public class EventHistory {
  /**
   * SQL: ids of the events that wait in the quarantine and have taken effect nowhere. A rebuilt
   * projection leaves them out, as the live one does; to be asked while the live feed is held back.
   */
  public static final String PARKED =
      """
      select q.event_id from quarantine q
      where q.replayed_at is null and not exists (select 1 from inbox i where i.event_id = q.event_id)
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> topics;
  private final ObjectReader json;
  private final Map<String, Object> consumerConfig;

  EventHistory(
      ObjectMapper json,
      @ConfigProperty(name = "mp.messaging.incoming.events.topics") List<String> topics,
      @ConfigProperty(name = "quarkus.application.name") String application,
      @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
    this.topics = topics;
    this.json = ReceivedEvent.reader(json);
    this.consumerConfig =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ConsumerConfig.CLIENT_ID_CONFIG,
            application + "-history",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis());
  }

  /**
   * Opens it at its beginning.
   *
   * @throws HistoryUnavailableException when the broker or a topic is away, or a topic has lost its
   *     beginning
   */
  public Reading open() {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(consumerConfig, new StringDeserializer(), new ByteArrayDeserializer());
    try {
      List<TopicPartition> partitions = new ArrayList<>();
      for (String topic : topics) {
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        if (known == null || known.isEmpty()) {
          throw new HistoryUnavailableException("There is no topic " + topic + ".");
        }
        known.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
      }
      requireWhole(consumer.beginningOffsets(partitions));
      consumer.assign(partitions);
      partitions.forEach(partition -> consumer.seek(partition, 0));
      return new Reading(consumer, partitions, json);
    } catch (KafkaException e) {
      consumer.close();
      throw new HistoryUnavailableException(e);
    } catch (HistoryUnavailableException e) {
      consumer.close();
      throw e;
    }
  }

  /** What a topic no longer holds would be missing from what is rebuilt from it. */
  static void requireWhole(Map<TopicPartition, Long> beginnings) {
    beginnings.forEach(
        (partition, offset) -> {
          if (offset > 0) {
            throw new HistoryUnavailableException(
                "Topic %s, partition %d, begins at offset %d: the events before it are gone."
                    .formatted(partition.topic(), partition.partition(), offset));
          }
        });
  }

  /** Takes events, some hundreds at a time, in the order of their partitions. */
  @FunctionalInterface
  public interface Taker<E extends Exception> {
    /** Takes some more; never none. */
    void take(List<ReceivedEvent> events) throws E;
  }

  /** A place in the history. Not for use by several threads. */
  public static final class Reading implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final ObjectReader json;
    private long unreadable;

    private Reading(
        KafkaConsumer<String, byte[]> consumer,
        List<TopicPartition> partitions,
        ObjectReader json) {
      this.consumer = consumer;
      this.partitions = partitions;
      this.json = json;
    }

    /**
     * Reads on to where the history ends at this moment.
     *
     * @return messages read, unreadable ones among them
     * @throws HistoryUnavailableException when the broker sends nothing for 20 s, or the thread is
     *     interrupted
     */
    public <E extends Exception> long toTheEnd(Taker<E> taker) throws E {
      try {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long read = 0;
        long heardAt = System.nanoTime();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
          ConsumerRecords<String, byte[]> messages = consumer.poll(Duration.ofMillis(200));
          if (!messages.isEmpty()) {
            heardAt = System.nanoTime();
            read += messages.count();
            List<ReceivedEvent> events = readable(messages);
            if (!events.isEmpty()) {
              taker.take(events);
            }
          } else if (System.nanoTime() - heardAt > PATIENCE.toNanos()) {
            throw new HistoryUnavailableException(
                "The broker has sent nothing for %d s.".formatted(PATIENCE.toSeconds()));
          }
        }
        return read;
      } catch (KafkaException e) {
        throw new HistoryUnavailableException(e);
      }
    }

    /** Messages passed over so far because their envelope cannot be read. */
    public long unreadable() {
      return unreadable;
    }

    private List<ReceivedEvent> readable(ConsumerRecords<String, byte[]> messages) {
      List<ReceivedEvent> events = new ArrayList<>();
      for (ConsumerRecord<String, byte[]> message : messages) {
        try {
          events.add(ReceivedEvent.read(message, json));
        } catch (UnreadableEventException e) {
          unreadable++;
        }
      }
      return events;
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
