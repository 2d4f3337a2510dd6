package org.wraparound.escalation.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wraparound.escalation.policies.Policies;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.kit.References;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.journal.Journal;

/** Raising escalations where rules have fired: one for each route of each rule. */
@ApplicationScoped
public class Raising {
  private final Escalations escalations;
  private final References references;
  private final AccessGrants grants;
  private final Policies policies;
  private final Climbing climbing;
  private final Journal journal;
  private final Clock clock;

  Raising(
      Escalations escalations,
      References references,
      AccessGrants grants,
      Policies policies,
      Climbing climbing,
      Journal journal,
      Clock clock) {
    this.escalations = escalations;
    this.references = references;
    this.grants = grants;
    this.policies = policies;
    this.climbing = climbing;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * What was raised before.
   *
   * @param patternKey of whom or what it counted; null for what is no pattern
   * @param countedUntil when the latest incident it counted happened; null for what is no pattern
   * @param isOnSubject whether it rests on what was asked about
   */
  public record Raised(
      String ruleCode,
      Route route,
      String patternKey,
      boolean isOpen,
      Instant countedUntil,
      boolean isOnSubject) {}

  /** What patterns have raised of these keys. */
  public List<Raised> ofPatterns(Collection<String> keys) {
    return escalations.raised("e.patternKey in :keys", keys, null);
  }

  /** What patterns have raised of these keys, and what was raised that rests on an incident. */
  public List<Raised> ofPatternsOr(Collection<String> keys, UUID incidentId) {
    return escalations.raised(
        "e.patternKey in :keys or array_contains(e.restsOn, :subject)", keys, incidentId);
  }

  /** An incident was withdrawn: whoever answers what still rests on it is to know. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void incidentWithdrawn(UUID incidentId) {
    Instant now = clock.instant();
    escalations
        .openRestingOn(incidentId)
        .forEach(escalation -> escalation.incidentWithdrawn(incidentId, now));
  }

  /**
   * Raises what follows from the rules that one incident made fire.
   *
   * @return ids of the escalations, in the order of the firings and their routes
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> raise(UUID personId, List<Firing> firings) {
    Instant now = clock.instant();
    List<AccessGrant> around = grants.of(personId);
    int count = firings.stream().mapToInt(firing -> firing.routes().size()).sum();
    Iterator<String> next = references.next("ESC", "escalation_reference", count).iterator();
    Map<Escalation, Circle> raised = new LinkedHashMap<>();
    for (Firing firing : firings) {
      Circle circle = new Circle(firing.provider(), around);
      boolean highestTier = isHighest(firing);
      for (Rule.Routing routing : firing.routes()) {
        Escalation escalation =
            new Escalation(
                firing, routing, highestTier, next.next(), circle.agencyOn(routing.route()), now);
        escalations.persist(escalation);
        journal.append(escalation.raised(firing.proposeStepUp()));
        raised.put(escalation, circle);
      }
    }
    raised.forEach((escalation, circle) -> climbing.begin(escalation, circle, now));
    return raised.keySet().stream().map(Escalation::id).toList();
  }

  private boolean isHighest(Firing firing) {
    List<String> tiers = policies.policy(firing.policyVersion()).tiers();
    return firing.tier().equals(tiers.get(tiers.size() - 1));
  }
}
