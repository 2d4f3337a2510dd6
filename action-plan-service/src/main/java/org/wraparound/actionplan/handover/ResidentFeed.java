package org.wraparound.actionplan.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/** Learns in which setting a person is supported. */
@ApplicationScoped
class ResidentFeed implements Feed {
  private final Residents residents;

  ResidentFeed(Residents residents) {
    this.residents = residents;
  }

  @Override
  public Set<String> types() {
    return Set.of("person-registered");
  }

  @Override
  public void apply(ReceivedEvent event) {
    Registered registered = event.dataAs(Registered.class);
    if (registered.settingId() != null) {
      residents
          .findByIdOptional(event.personId())
          .ifPresentOrElse(
              known -> known.moveTo(registered.settingId()),
              () ->
                  residents.persist(
                      new Resident(
                          event.personId(), registered.provider(), registered.settingId())));
    }
  }

  /** What the event says of where they are supported; the setting is null when not recorded. */
  record Registered(String provider, String settingId) {}
}
