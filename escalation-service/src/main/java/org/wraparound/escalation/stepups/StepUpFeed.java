package org.wraparound.escalation.stepups;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wraparound.escalation.OwningProvider;
import org.wraparound.escalation.notices.About;
import org.wraparound.escalation.notices.Notifying;
import org.wraparound.escalation.notices.Subject;
import org.wraparound.escalation.notices.Telling;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/**
 * A step-up was authorised: the commissioners in the person's circle are told, and that they were
 * is kept with the notices.
 */
@ApplicationScoped
class StepUpFeed implements Feed {
  private final AccessGrants grants;
  private final Notifying notifying;

  StepUpFeed(AccessGrants grants, Notifying notifying) {
    this.grants = grants;
    this.notifying = notifying;
  }

  /** What is read of a step-up that was authorised. */
  record StepUpAuthorised(UUID transitionId, String authorisedByAgency) {}

  @Override
  public Set<String> types() {
    return Set.of("step-up-authorised");
  }

  @Override
  public void apply(ReceivedEvent event) {
    StepUpAuthorised stepUp = event.dataAs(StepUpAuthorised.class);
    List<AccessGrant> circle = grants.of(event.personId());
    String whose = OwningProvider.of(circle, stepUp.authorisedByAgency());
    circle.stream()
        .filter(grant -> grant.agencyType().equals(Route.COMMISSIONER.agencyType()))
        .filter(grant -> grant.level() != Level.AWARE)
        .map(AccessGrant::agency)
        .forEach(
            commissioner -> tell(event.personId(), stepUp.transitionId(), whose, commissioner));
  }

  private void tell(UUID personId, UUID transitionId, String whose, String commissioner) {
    notifying.tellWhoIsOnCall(
        new Telling(
            Subject.STEP_UP,
            transitionId,
            transitionId.toString(),
            personId,
            whose,
            commissioner,
            null,
            About.STEP_UP_AUTHORISED,
            null),
        Optional.of(Route.COMMISSIONER));
  }
}
