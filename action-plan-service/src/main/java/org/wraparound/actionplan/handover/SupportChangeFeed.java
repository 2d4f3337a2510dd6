package org.wraparound.actionplan.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/** Learns of authorised step-ups, so that the next shift hears of them. */
@ApplicationScoped
class SupportChangeFeed implements Feed {
  private final SupportChanges changes;

  SupportChangeFeed(SupportChanges changes) {
    this.changes = changes;
  }

  @Override
  public Set<String> types() {
    return Set.of("step-up-authorised");
  }

  @Override
  public void apply(ReceivedEvent event) {
    Authorised authorised = event.dataAs(Authorised.class);
    changes.persist(
        new SupportChange(
            authorised.transitionId(),
            event.personId(),
            authorised.authorisedByAgency(),
            authorised.startsOn(),
            authorised.reviewOn(),
            event.occurredAt()));
  }

  /** What the event says of the step-up, as far as a shift needs it. */
  record Authorised(
      UUID transitionId, LocalDate startsOn, LocalDate reviewOn, String authorisedByAgency) {}
}
