package org.wraparound.actionplan.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.ProblemException;

/** Opens plans, by hand and for what other services report. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PlanOpening {
  private static final String PROVIDER = "PROVIDER";

  private final Plans plans;
  private final AccessGrants circles;
  private final References references;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  PlanOpening(
      Plans plans,
      AccessGrants circles,
      References references,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.plans = plans;
    this.circles = circles;
    this.references = references;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * Opens a plan for a person whose circle the caller's agency is in.
   *
   * @throws ProblemException 404 for anyone else, 409 when one of the kind is open
   */
  Plan byHand(OpenPlan command) {
    List<AccessGrant> circle = circles.of(command.personId());
    AccessGrant own = membershipOf(provenance.caller(), circle, command.personId());
    String provider =
        PROVIDER.equals(own.agencyType()) ? own.agency() : providerIn(circle, command.personId());
    plans
        .open(command.personId(), command.kind())
        .ifPresent(
            open -> {
              throw ProblemException.conflict(
                  "A plan of this kind is open for this person: " + open.reference() + ".",
                  open.uri());
            });
    try {
      return open(command.personId(), provider, command.kind(), null);
    } catch (ConstraintViolationException e) {
      throw ProblemException.conflict(
          "Another plan of this kind was opened for this person at the same moment.");
    }
  }

  /** The person's open plan for escalations, extended by this one, or a new one. */
  Plan forEscalation(UUID personId, String provider, UUID escalationId) {
    return plans
        .open(personId, PlanKind.ESCALATION)
        .map(
            plan -> {
              plan.extend(escalationId, clock.instant()).ifPresent(journal::append);
              return plan;
            })
        .orElseGet(() -> open(personId, provider, PlanKind.ESCALATION, escalationId));
  }

  /** The plan in which a step-up is followed: the one for escalations if open, else for reviews. */
  Plan forStepUp(UUID personId) {
    return plans
        .open(personId, PlanKind.ESCALATION)
        .or(() -> plans.open(personId, PlanKind.REVIEW))
        .orElseGet(
            () ->
                open(personId, providerIn(circles.of(personId), personId), PlanKind.REVIEW, null));
  }

  private Plan open(UUID personId, String provider, PlanKind kind, UUID escalationId) {
    Plan plan =
        new Plan(
            personId,
            provider,
            kind,
            references.next("PLN", "plan_reference"),
            provenance.caller(),
            clock.instant());
    journal.append(plan.opened(escalationId));
    plans.persistAndFlush(plan);
    return plan;
  }

  private static AccessGrant membershipOf(Caller caller, List<AccessGrant> circle, UUID personId) {
    return circle.stream()
        .filter(member -> member.agency().equals(caller.agency()))
        .filter(member -> member.level() != Level.AWARE)
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("person", personId));
  }

  private static String providerIn(List<AccessGrant> circle, UUID personId) {
    return circle.stream()
        .filter(member -> PROVIDER.equals(member.agencyType()))
        .map(AccessGrant::agency)
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.conflict(
                    "No provider is in the circle of person "
                        + personId
                        + ", and a plan is kept by one."));
  }
}
