package org.wraparound.benchmarks;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least any system on Kafka must do: a producer and a consumer, nothing else, on the same
 * broker.
 */
final class Peer implements AutoCloseable {
  private static final String TOPIC = "benchmark-peer";
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final int bytes;
  private final Queue<Double> milliseconds = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService sending = Executors.newSingleThreadScheduledExecutor();
  private final Thread receiving = new Thread(this::receive, "peer");
  private final Queue<Future<RecordMetadata>> sends = new ConcurrentLinkedQueue<>();
  private ScheduledFuture<?> schedule;
  private volatile boolean stopping;

  Peer(String brokers, int bytes) throws ExecutionException, InterruptedException {
    this.bytes = bytes;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers, "acks", "all", "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
  }

  void start(int perSecond) {
    receiving.start();
    schedule =
        sending.scheduleAtFixedRate(this::send, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
  }

  /** Stops and gives what was measured, sorted. */
  double[] stop() throws ExecutionException, InterruptedException {
    schedule.cancel(false);
    sending.shutdown();
    sending.awaitTermination(5, TimeUnit.SECONDS);
    for (Future<RecordMetadata> sent : sends) {
      sent.get();
    }
    stopping = true;
    receiving.join();
    return milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private void send() {
    sends.add(
        producer.send(
            new ProducerRecord<>(
                TOPIC, ByteBuffer.allocate(bytes).putLong(System.nanoTime()).array())));
  }

  private void receive() {
    boolean drained = false;
    while (!drained) {
      boolean last = stopping;
      var records = consumer.poll(Duration.ofMillis(200));
      for (var record : records) {
        milliseconds.add((System.nanoTime() - ByteBuffer.wrap(record.value()).getLong()) / 1e6);
      }
      drained = last && records.isEmpty();
    }
  }

  @Override
  public void close() {
    sending.shutdownNow();
    producer.close();
    consumer.close();
  }
}
