package org.wraparound.actionplan.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.wraparound.kit.Provenance;

/** Deletes contents that no record is of: those of uploads that did not come to their end. */
@ApplicationScoped
class EvidenceSweeping {
  private static final Logger LOG = Logger.getLogger(EvidenceSweeping.class);

  /** Today's and yesterday's may still be coming in. */
  private static final int YOUNGEST_DAYS = 2;

  /** A database that was put back to an earlier state must not empty the store. */
  private static final int OLDEST_DAYS = 7;

  private static final int AT_ONCE = 1_000;

  private final EvidenceStore store;
  private final EvidenceFiles files;
  private final Provenance provenance;
  private final Clock clock;

  EvidenceSweeping(EvidenceStore store, EvidenceFiles files, Provenance provenance, Clock clock) {
    this.store = store;
    this.files = files;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Scheduled(
      every = "6h",
      delayed = "15m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void sweep() throws IOException {
    // Sees all records: one out of sight would be taken for none.
    provenance.causedByClock();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (int age = YOUNGEST_DAYS; age <= OLDEST_DAYS; age++) {
      List<UUID> kept = store.keptOn(today.minusDays(age));
      for (int from = 0; from < kept.size(); from += AT_ONCE) {
        sweep(kept.subList(from, Math.min(from + AT_ONCE, kept.size())));
      }
    }
  }

  private void sweep(List<UUID> kept) throws IOException {
    Set<UUID> recorded = QuarkusTransaction.requiringNew().call(() -> files.among(kept));
    for (UUID id : kept) {
      if (!recorded.contains(id)) {
        store.forget(id);
        LOG.infof("content %s had no record and was deleted from the evidence store", id);
      }
    }
  }
}
