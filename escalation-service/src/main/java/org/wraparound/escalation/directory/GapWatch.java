package org.wraparound.escalation.directory;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports where nobody will be on call, before it matters: by agency, as metrics for an alarm. Not
 * as events: the journal is of persons.
 */
@ApplicationScoped
class GapWatch {
  /** How far is looked ahead. */
  static final Duration AHEAD = Duration.ofDays(14);

  private final Covers covers;
  private final Clock clock;
  private final MultiGauge count;
  private final MultiGauge next;

  GapWatch(Covers covers, Clock clock, MeterRegistry meters) {
    this.covers = covers;
    this.clock = clock;
    this.count =
        MultiGauge.builder("wraparound.on.call.gaps")
            .description("Times in the next 14 days at which nobody covers a tier")
            .register(meters);
    this.next =
        MultiGauge.builder("wraparound.on.call.next.gap")
            .description("Until nobody covers a tier; 0 while nobody does")
            .baseUnit("seconds")
            .register(meters);
  }

  @Scheduled(
      every = "${wraparound.on-call.gap-check:1h}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void measure() {
    Instant now = clock.instant();
    Span window = new Span(now, now.plus(AHEAD));
    List<Row<?>> counts = new ArrayList<>();
    List<Row<?>> nexts = new ArrayList<>();
    QuarkusTransaction.requiringNew()
        .call(() -> covers.gaps(window))
        .forEach(
            (agency, gaps) -> {
              Tags tags = Tags.of("agency", agency);
              counts.add(Row.of(tags, gaps.size()));
              gaps.stream()
                  .map(gap -> gap.span().from())
                  .min(Instant::compareTo)
                  .ifPresent(
                      first -> nexts.add(Row.of(tags, Duration.between(now, first).toSeconds())));
            });
    count.register(counts, true);
    next.register(nexts, true);
  }
}
