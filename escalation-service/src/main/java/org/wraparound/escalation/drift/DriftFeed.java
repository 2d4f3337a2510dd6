package org.wraparound.escalation.drift;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.escalation.notices.About;
import org.wraparound.escalation.notices.Notifying;
import org.wraparound.escalation.notices.Subject;
import org.wraparound.escalation.notices.Telling;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/**
 * The drift of an action climbed, or its owner may not put it off any more: whoever is on call at
 * the agencies that action-plan-service names is told. A notice is all that follows; no threshold
 * is looked at, so nothing here can set off another action.
 */
@ApplicationScoped
class DriftFeed implements Feed {
  private static final String CLIMBED = "action-drift-climbed";
  private static final String REFUSED = "action-extension-refused";

  private final AccessGrants grants;
  private final Notifying notifying;
  private final Disclosed disclosed;

  DriftFeed(AccessGrants grants, Notifying notifying, Disclosed disclosed) {
    this.grants = grants;
    this.notifying = notifying;
    this.disclosed = disclosed;
  }

  /** What is read of drift that climbed. */
  record DriftClimbed(UUID actionId, String reference, String provider, String toAgency) {}

  /** What is read of an extension that was refused. */
  record ExtensionRefused(
      UUID actionId, String reference, String provider, List<String> toAgencies) {}

  @Override
  public Set<String> types() {
    return Set.of(CLIMBED, REFUSED);
  }

  @Override
  public void apply(ReceivedEvent event) {
    if (event.type().equals(CLIMBED)) {
      DriftClimbed climbed = event.dataAs(DriftClimbed.class);
      tell(
          new Telling(
              Subject.ACTION,
              climbed.actionId(),
              climbed.reference(),
              event.personId(),
              climbed.provider(),
              climbed.toAgency(),
              null,
              About.ACTION_DRIFTS,
              null));
    } else {
      ExtensionRefused refused = event.dataAs(ExtensionRefused.class);
      refused
          .toAgencies()
          .forEach(
              agency ->
                  tell(
                      new Telling(
                          Subject.ACTION,
                          refused.actionId(),
                          refused.reference(),
                          event.personId(),
                          refused.provider(),
                          agency,
                          null,
                          About.ACTION_EXTENSION_REFUSED,
                          null)));
    }
  }

  private void tell(Telling telling) {
    notifying.tellWhoIsOnCall(telling, routeTo(telling)).stream()
        .filter(outcome -> outcome.why() == null && outcome.kind() == ContactPoint.Kind.SYSTEM)
        .forEach(outcome -> disclosed.told(outcome.noticeId()));
  }

  /** How the agency answers: by its type in the circle; the provider itself by its managers. */
  private Optional<Route> routeTo(Telling telling) {
    return telling.toAgency().equals(telling.agency())
        ? Optional.of(Route.ON_CALL_MANAGER)
        : grants.of(telling.personId()).stream()
            .filter(member -> member.agency().equals(telling.toAgency()))
            .map(AccessGrant::agencyType)
            .findFirst()
            .flatMap(Route::toAgencyOf);
  }
}
