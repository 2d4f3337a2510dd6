package org.wraparound.escalation.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.kit.References;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;

/** Raising escalations where rules have fired: one for each route of each rule. */
@ApplicationScoped
public class Raising {
  private final Escalations escalations;
  private final References references;
  private final AccessGrants grants;
  private final DueDates dueDates;
  private final Journal journal;
  private final Clock clock;

  Raising(
      Escalations escalations,
      References references,
      AccessGrants grants,
      DueDates dueDates,
      Journal journal,
      Clock clock) {
    this.escalations = escalations;
    this.references = references;
    this.grants = grants;
    this.dueDates = dueDates;
    this.journal = journal;
    this.clock = clock;
  }

  /** Codes of the pattern rules that do not fire again for the person, for they are still open. */
  public Set<String> openPatterns(UUID personId) {
    return new HashSet<>(escalations.openPatterns(personId));
  }

  /** Raises what follows from the rules that one incident made fire. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void raise(UUID personId, List<Firing> firings) {
    Instant now = clock.instant();
    List<AccessGrant> circle = grants.of(personId);
    int count = firings.stream().mapToInt(firing -> firing.rule().routes().size()).sum();
    Iterator<String> next = references.next("ESC", "escalation_reference", count).iterator();
    List<Escalation> raised = new ArrayList<>();
    for (Firing firing : firings) {
      for (Rule.Routing routing : firing.rule().routes()) {
        Escalation escalation =
            new Escalation(
                firing,
                routing,
                next.next(),
                recipient(routing.route(), firing.provider(), circle),
                now);
        escalations.persist(escalation);
        journal.append(escalation.raised(routing.actions(), firing.rule().proposeStepUp()));
        raised.add(escalation);
      }
    }
    for (Escalation escalation : raised) {
      dueDates.schedule(Climbing.ACKNOWLEDGEMENT, escalation.id(), escalation.acknowledgeBy());
    }
  }

  /**
   * Who must answer: an agency of the route's type that may see the record, one that sees all of it
   * before one that sees it in outline.
   */
  private static Optional<String> recipient(
      Route route, String provider, List<AccessGrant> circle) {
    if (route.isToProvider()) {
      return Optional.of(provider);
    }
    return circle.stream()
        .filter(grant -> grant.agencyType().equals(route.agencyType()))
        .filter(grant -> grant.level() != Level.AWARE)
        .max(
            Comparator.comparing(AccessGrant::level)
                .thenComparing(AccessGrant::agency, Comparator.reverseOrder()))
        .map(AccessGrant::agency);
  }
}
