package org.wraparound.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/**
 * Obeys pathway-service: joins, changes and leaves of a circle take effect on every query of this
 * service.
 */
@ApplicationScoped
class CircleFeed implements Feed {
  private final AccessGrants grants;

  CircleFeed(AccessGrants grants) {
    this.grants = grants;
  }

  @Override
  public Set<String> types() {
    return Set.of("circle-joined", "circle-changed", "circle-left");
  }

  @Override
  public void apply(ReceivedEvent event) {
    Membership membership = event.dataAs(Membership.class);
    if ("circle-left".equals(event.type())) {
      grants.revoke(event.personId(), membership.agency());
    } else {
      grants.grant(
          event.personId(), membership.agency(), membership.agencyType(), membership.level());
    }
  }

  /** What the event says of the membership; type and level are absent when it has ended. */
  record Membership(String agency, String agencyType, Level level) {}
}
