package org.wraparound.actionplan.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.wraparound.actionplan.actions.ActionAgreeing;
import org.wraparound.actionplan.templates.PlanTemplate;
import org.wraparound.actionplan.templates.PlanTemplates;
import org.wraparound.kit.Caller;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Opens plans, by hand and for what other services report. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PlanOpening {
  private static final String PROVIDER = "PROVIDER";

  private final Plans plans;
  private final PlanTemplates templates;
  private final ActionAgreeing agreeing;
  private final AccessGrants circles;
  private final References references;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  PlanOpening(
      Plans plans,
      PlanTemplates templates,
      ActionAgreeing agreeing,
      AccessGrants circles,
      References references,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.plans = plans;
    this.templates = templates;
    this.agreeing = agreeing;
    this.circles = circles;
    this.references = references;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * Opens a plan for a person whose circle the caller's agency is in, empty or from a template.
   *
   * @throws ProblemException 404 for anyone else, 409 when one of the kind is open, 422 for a
   *     template that is not of the kind or that lacks the day it counts from
   */
  Plan byHand(OpenPlan command) {
    List<AccessGrant> circle = circles.of(command.personId());
    AccessGrant own = membershipOf(provenance.caller(), circle, command.personId());
    String provider =
        PROVIDER.equals(own.agencyType()) ? own.agency() : providerIn(circle, command.personId());
    Optional<PlanTemplate> template = templateFor(command);
    plans
        .open(command.personId(), command.kind())
        .ifPresent(
            open -> {
              throw ProblemException.conflict(
                  "A plan of this kind is open for this person: " + open.reference() + ".",
                  open.uri());
            });
    try {
      return open(
          command.personId(),
          provider,
          command.kind(),
          null,
          template.orElse(null),
          command.keyDate());
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
        .orElseGet(() -> open(personId, provider, PlanKind.ESCALATION, escalationId, null, null));
  }

  /** The plan on which a meeting about the escalation works: the person's for escalations. */
  public Plan forMeetingOn(UUID personId, UUID escalationId) {
    Plan plan = openOrNew(personId, PlanKind.ESCALATION);
    plan.extend(escalationId, clock.instant()).ifPresent(journal::append);
    return plan;
  }

  /** The plan in which a step-up is followed: the one for escalations if open, else for reviews. */
  public Plan forStepUp(UUID personId) {
    return plans
        .open(personId, PlanKind.ESCALATION)
        .orElseGet(() -> openOrNew(personId, PlanKind.REVIEW));
  }

  /**
   * The person's open plan of that kind, locked, or a new empty one of the provider in the circle.
   */
  public Plan openOrNew(UUID personId, PlanKind kind) {
    return plans
        .open(personId, kind)
        .orElseGet(
            () ->
                open(personId, providerIn(circles.of(personId), personId), kind, null, null, null));
  }

  /**
   * @param template null to open it empty
   */
  private Plan open(
      UUID personId,
      String provider,
      PlanKind kind,
      UUID escalationId,
      PlanTemplate template,
      LocalDate keyDate) {
    Plan plan =
        new Plan(
            personId,
            provider,
            kind,
            references.next("PLN", "plan_reference"),
            template == null ? null : template.code(),
            keyDate,
            provenance.caller(),
            clock.instant());
    journal.append(plan.opened(escalationId));
    plans.persistAndFlush(plan);
    if (template != null) {
      agreeing.fromTemplate(plan.asOwner(), template, keyDate);
      plans.flush();
    }
    return plan;
  }

  private Optional<PlanTemplate> templateFor(OpenPlan command) {
    List<Violation> found = new ArrayList<>();
    if (command.keyDate() != null && command.keyDate().isBefore(London.today(clock))) {
      found.add(new Violation("keyDate", "lies in the past: give today or a later day"));
    }
    Optional<PlanTemplate> template =
        Optional.ofNullable(command.template()).flatMap(templates::findByIdOptional);
    if (command.template() != null
        && template.filter(known -> known.kind().equals(command.kind().name())).isEmpty()) {
      found.add(
          new Violation(
              "template",
              "is not the code of a plan template of this kind; GET /v1/plan-templates?kind="
                  + command.kind()
                  + " lists them"));
    }
    template
        .filter(known -> known.countsFromKeyDate() && command.keyDate() == null)
        .ifPresent(
            known ->
                found.add(
                    new Violation(
                        "keyDate",
                        "give the day that due days are counted from: " + known.keyDate())));
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
    return template;
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
