package org.wraparound.escalation.overrides;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.wraparound.kit.journal.Journal;

/** The overrides that were made; quality reports read them. */
@ApplicationScoped
public class Overrides implements PanacheRepositoryBase<ThresholdOverride, UUID> {
  private final Journal journal;

  Overrides(Journal journal) {
    this.journal = journal;
  }

  /** Writes one down, with what follows from it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(ThresholdOverride made) {
    persist(made);
    journal.append(made.made());
  }
}
