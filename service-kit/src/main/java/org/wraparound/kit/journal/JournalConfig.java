package org.wraparound.kit.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the journal reaches the bus. */
@ConfigMapping(prefix = "wraparound.journal")
interface JournalConfig {
  /** Kafka topic of this service's events, such as {@code wraparound.incidents.v1}. */
  String topic();

  /**
   * Longest time between two looks for unpublished entries when nothing wakes the relay; 100 ms to
   * 1 minute.
   */
  @WithDefault("PT1S")
  Duration poll();

  /** Entries sent per transaction and shard; 1 to 5000. */
  @WithDefault("500")
  int batch();

  /** Wait after a failed attempt to publish before the next; doubles up to 32 times this. */
  @WithDefault("PT0.1S")
  Duration backOff();

  /**
   * How long one batch may wait for the broker before it is given up and taken again from the
   * table.
   */
  @WithDefault("PT30S")
  Duration acknowledgement();
}
