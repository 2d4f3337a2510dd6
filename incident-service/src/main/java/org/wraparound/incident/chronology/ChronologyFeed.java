package org.wraparound.incident.chronology;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/** Writes down every event of every service. */
@ApplicationScoped
class ChronologyFeed implements Feed {
  private final Chronology chronology;

  ChronologyFeed(Chronology chronology) {
    this.chronology = chronology;
  }

  @Override
  public Set<String> types() {
    return Set.of();
  }

  @Override
  public void apply(ReceivedEvent event) {
    chronology.persist(new ChronologyEntry(event));
  }
}
