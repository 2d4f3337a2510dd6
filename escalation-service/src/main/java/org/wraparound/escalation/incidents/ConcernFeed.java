package org.wraparound.escalation.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wraparound.escalation.OwningProvider;
import org.wraparound.escalation.policies.Fact;
import org.wraparound.escalation.policies.Facts;
import org.wraparound.escalation.policies.Trigger;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/** Puts to the thresholds what is no incident: drift, a breached indicator, a lasting step-up. */
@ApplicationScoped
class ConcernFeed implements Feed {
  private final Evaluating evaluating;
  private final AccessGrants grants;

  ConcernFeed(Evaluating evaluating, AccessGrants grants) {
    this.evaluating = evaluating;
    this.grants = grants;
  }

  /** What is read of an action that is overdue. */
  record ActionOverdue(UUID actionId, String ownerAgency) {}

  /**
   * What is read of an indicator that is outside what is usual for the person.
   *
   * @param direction ABOVE or BELOW; null when it is not recorded
   * @param days days in a row; 0 when it is not recorded
   */
  record IndicatorBreached(
      UUID breachId, String provider, String indicator, String direction, int days) {}

  /**
   * What is read of a step-up that lasts.
   *
   * @param days days since it began
   */
  record StepUpSustained(UUID transitionId, String provider, int days) {}

  @Override
  public Set<String> types() {
    return Set.of("action-overdue", "indicator-breached", "step-up-sustained");
  }

  @Override
  public void apply(ReceivedEvent event) {
    switch (event.type()) {
      case "action-overdue" -> overdue(event, event.dataAs(ActionOverdue.class));
      case "indicator-breached" -> breached(event, event.dataAs(IndicatorBreached.class));
      default -> sustained(event, event.dataAs(StepUpSustained.class));
    }
  }

  private void overdue(ReceivedEvent event, ActionOverdue overdue) {
    List<AccessGrant> circle = grants.of(event.personId());
    List<String> ownerType =
        circle.stream()
            .filter(grant -> grant.agency().equals(overdue.ownerAgency()))
            .map(AccessGrant::agencyType)
            .toList();
    put(
        Trigger.ACTION_OVERDUE,
        event,
        overdue.actionId(),
        OwningProvider.of(circle, overdue.ownerAgency()),
        Map.of(Fact.OWNER_AGENCY_TYPE.code(), ownerType));
  }

  private void breached(ReceivedEvent event, IndicatorBreached breach) {
    Map<String, List<String>> known = new HashMap<>();
    known.put(Fact.INDICATOR.code(), List.of(breach.indicator()));
    known.put(Fact.BREACH_DAYS.code(), List.of(String.valueOf(breach.days())));
    if (breach.direction() != null) {
      known.put(Fact.BREACH_DIRECTION.code(), List.of(breach.direction()));
    }
    put(Trigger.INDICATOR_BREACHED, event, breach.breachId(), breach.provider(), known);
  }

  private void sustained(ReceivedEvent event, StepUpSustained stepUp) {
    put(
        Trigger.STEP_UP_SUSTAINED,
        event,
        stepUp.transitionId(),
        stepUp.provider(),
        Map.of(Fact.STEP_UP_DAYS.code(), List.of(String.valueOf(stepUp.days()))));
  }

  private void put(
      Trigger trigger,
      ReceivedEvent event,
      UUID subjectId,
      String provider,
      Map<String, List<String>> known) {
    Instant at = event.occurredAt();
    evaluating.evaluate(
        trigger, new Facts(subjectId, event.personId(), provider, at, known), event);
  }
}
