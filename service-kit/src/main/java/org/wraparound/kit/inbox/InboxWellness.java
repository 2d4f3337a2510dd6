package org.wraparound.kit.inbox;

import io.smallrye.health.api.Wellness;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether events come in: the broker has given this replica partitions, or, with many replicas, at
 * least membership.
 */
@Wellness
class InboxWellness implements HealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private final KafkaClientService kafka;

  InboxWellness(KafkaClientService kafka) {
    this.kafka = kafka;
  }

  @Override
  public HealthCheckResponse call() {
    var consumer = kafka.getConsumer("events");
    int partitions =
        consumer == null
            ? 0
            : consumer
                .getAssignments()
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Set.of())
                .onFailure()
                .recoverWithItem(Set.of())
                .await()
                .indefinitely()
                .size();
    return HealthCheckResponse.named("inbox")
        .status(partitions > 0)
        .withData("partitions", partitions)
        .build();
  }
}
