package org.wraparound.escalation.stepups;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wraparound.escalation.directory.OnCall;
import org.wraparound.escalation.directory.OnCallContact;
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
  private static final String PROVIDER = "PROVIDER";
  private static final int FIRST_TIER = 1;
  private static final List<OnCallContact> ONLY_THEIR_SYSTEM = Collections.singletonList(null);

  private final AccessGrants grants;
  private final OnCall onCall;
  private final Notifying notifying;
  private final Clock clock;

  StepUpFeed(AccessGrants grants, OnCall onCall, Notifying notifying, Clock clock) {
    this.grants = grants;
    this.onCall = onCall;
    this.notifying = notifying;
    this.clock = clock;
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
    String whose =
        circle.stream()
            .filter(grant -> grant.agencyType().equals(PROVIDER))
            .map(AccessGrant::agency)
            .findFirst()
            .orElse(stepUp.authorisedByAgency());
    circle.stream()
        .filter(grant -> grant.agencyType().equals(Route.COMMISSIONER.agencyType()))
        .filter(grant -> grant.level() != Level.AWARE)
        .map(AccessGrant::agency)
        .forEach(
            commissioner -> tell(event.personId(), stepUp.transitionId(), whose, commissioner));
  }

  private void tell(UUID personId, UUID transitionId, String whose, String commissioner) {
    List<OnCallContact> onDuty =
        onCall.at(commissioner, Route.COMMISSIONER, null, FIRST_TIER, clock.instant());
    // where nobody is on duty their system alone is told
    for (OnCallContact contact : onDuty.isEmpty() ? ONLY_THEIR_SYSTEM : onDuty) {
      notifying.tell(
          new Telling(
              Subject.STEP_UP,
              transitionId,
              transitionId.toString(),
              personId,
              whose,
              commissioner,
              contact,
              About.STEP_UP_AUTHORISED,
              null));
    }
  }
}
