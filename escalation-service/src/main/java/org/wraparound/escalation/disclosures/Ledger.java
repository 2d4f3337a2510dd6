package org.wraparound.escalation.disclosures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;

/** The ledger of who was told what about whom, and why: whatever is shared is written here. */
@ApplicationScoped
public class Ledger {
  private final EntityManager entities;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Ledger(EntityManager entities, Journal journal, Provenance provenance, Clock clock) {
    this.entities = entities;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * Writes down, in the transaction that shares it, that something was told. Who did it is the
   * caller; the system itself where an event or a clock led to it.
   *
   * @return id of the entry
   * @throws org.wraparound.kit.web.ProblemException 422 when the grounds do not suffice
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID record(Disclosing what) {
    return enter(what).id();
  }

  /**
   * Writes down what came back on an entry, whether or not the caller may read the entry.
   *
   * @param personId the person the entry is about
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void cameBack(UUID disclosureId, UUID personId, DisclosureResponse response) {
    Instant now = clock.instant();
    enter(disclosureId, personId, response, null, now, now);
  }

  Disclosure enter(Disclosing what) {
    what.grounds().mustSuffice(London.dayOf(what.at()));
    Disclosure disclosure = new Disclosure(what, provenance.caller(), clock.instant());
    entities.persist(disclosure);
    journal.append(disclosure.recorded());
    return disclosure;
  }

  void enter(
      UUID disclosureId,
      UUID personId,
      DisclosureResponse response,
      String words,
      Instant cameAt,
      Instant now) {
    Reply reply = new Reply(disclosureId, response, words, cameAt, provenance.caller(), now);
    entities.persist(reply);
    journal.append(reply.answered(personId));
  }
}
