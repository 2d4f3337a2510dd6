package org.wraparound.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.web.ProblemException;

/** Applies a parked event after its cause has been mended. */
@ApplicationScoped
class Replaying {
  private final Quarantine quarantine;
  private final Inbox inbox;
  private final Clock clock;

  Replaying(Quarantine quarantine, Inbox inbox, Clock clock) {
    this.quarantine = quarantine;
    this.inbox = inbox;
    this.clock = clock;
  }

  ParkedEvent.View replay(UUID id) {
    ParkedEvent parked =
        quarantine
            .findByIdOptional(id)
            .orElseThrow(() -> ProblemException.notFound("parked event", id));
    if (!parked.isReplayed()) {
      try {
        inbox.apply(List.of(parked.message()));
      } catch (RuntimeException e) {
        throw ProblemException.conflict("It still cannot be applied: " + Inbox.reasonOf(e));
      }
    }
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              ParkedEvent applied = quarantine.findById(id);
              applied.replayed(clock.instant());
              return applied.view();
            });
  }
}
