package org.wraparound.kit.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Where events wait that cannot be applied for a reason of their own. */
@Startup
@ApplicationScoped
class Quarantine implements PanacheRepositoryBase<ParkedEvent, UUID> {
  private static final Logger LOG = Logger.getLogger(Quarantine.class);

  private final Clock clock;
  private final Counter parked;

  Quarantine(Clock clock, MeterRegistry meters) {
    this.clock = clock;
    this.parked =
        Counter.builder("wraparound.inbox.parked")
            .description("Events parked in the quarantine since the start")
            .register(meters);
  }

  /** Parks a message; once, also when the same message fails again after a crash. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void park(ConsumerRecord<String, byte[]> message, String reason) {
    long known =
        count(
            "topic = ?1 and partition = ?2 and offset = ?3",
            message.topic(),
            message.partition(),
            message.offset());
    if (known == 0) {
      persist(new ParkedEvent(message, reason, clock.instant()));
      parked.increment();
      LOG.errorf(
          "event parked: topic %s partition %d offset %d: %s",
          message.topic(), message.partition(), message.offset(), reason);
    }
  }

  /** Those still waiting, oldest first. */
  List<ParkedEvent> waiting(UUID after, int limit) {
    return after == null
        ? find("replayedAt is null order by id").page(0, limit).list()
        : find("replayedAt is null and id > ?1 order by id", after).page(0, limit).list();
  }
}
