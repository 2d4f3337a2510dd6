package org.wraparound.escalation.disclosures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.escalation.CallersCircle;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.web.ProblemException;

/** Recording by hand what was told outside the suite, and what came back on it. */
@ApplicationScoped
class Recording {
  private final Disclosures disclosures;
  private final Ledger ledger;
  private final CallersCircle circle;
  private final Provenance provenance;
  private final Clock clock;

  Recording(
      Disclosures disclosures,
      Ledger ledger,
      CallersCircle circle,
      Provenance provenance,
      Clock clock) {
    this.disclosures = disclosures;
    this.ledger = ledger;
    this.circle = circle;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  Disclosure told(RecordDisclosure told) {
    String agency = circle.workingWith(told.personId()).agency();
    return ledger.enter(told.by(agency, clock));
  }

  @Transactional
  Disclosure cameBack(UUID id, RecordResponse came) {
    Disclosure disclosure = disclosures.get(id);
    if (!disclosure.agency().equals(provenance.caller().agency())) {
      throw ProblemException.forbidden("Only the agency that told it records what came back.");
    }
    Instant now = clock.instant();
    Instant cameAt = came.cameAt() == null ? now : came.cameAt();
    if (cameAt.isBefore(disclosure.toldAt()) || cameAt.isAfter(now)) {
      throw ProblemException.invalid(
          "cameAt", "must not be before it was told, and not in the future");
    }
    ledger.enter(id, disclosure.personId(), came.response(), came.words(), cameAt, now);
    disclosures.flush();
    return disclosure;
  }
}
