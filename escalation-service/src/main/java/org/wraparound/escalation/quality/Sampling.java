package org.wraparound.escalation.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.UUID;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;

/**
 * Looking at decisions again: which are sampled is drawn from the escalation's id, so that nobody
 * chooses and anyone can check the draw.
 */
@ApplicationScoped
public class Sampling {
  private final Samples samples;
  private final QualityConfig config;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Sampling(
      Samples samples, QualityConfig config, Journal journal, Provenance provenance, Clock clock) {
    this.samples = samples;
    this.config = config;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /** Draws whether a decision that stands from now on is to be looked at again. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void consider(DecidedCase decided) {
    int oneIn = decided.noFurtherAction() ? config.noFurtherActionOneIn() : config.othersOneIn();
    if (isDrawn(decided.escalationId(), oneIn)) {
      samples.persist(new AuditSample(decided, clock.instant()));
    }
  }

  static boolean isDrawn(UUID escalationId, int oneIn) {
    return new SplittableRandom(
                escalationId.getMostSignificantBits() ^ escalationId.getLeastSignificantBits())
            .nextInt(oneIn)
        == 0;
  }

  @Transactional
  AuditSample find(UUID id, String ifMatch, RecordFinding finding) {
    finding.mustSayWhy();
    AuditSample sample = samples.get(id);
    EntityTags.honour(ifMatch, sample.version());
    journal.append(sample.find(finding, provenance.caller(), clock.instant()));
    samples.flush();
    return sample;
  }
}
