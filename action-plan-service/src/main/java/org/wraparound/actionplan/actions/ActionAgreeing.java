package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wraparound.actionplan.templates.ActionTemplate;
import org.wraparound.actionplan.templates.ActionTemplates;
import org.wraparound.actionplan.templates.PlanTemplate;
import org.wraparound.actionplan.templates.PlanTemplateAction;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Puts actions into a plan: worded by hand, from a plan template, or as a rule asks for them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ActionAgreeing {
  private final Actions actions;
  private final ActionTemplates templates;
  private final AccessGrants circles;
  private final AgreementRules rules;
  private final AgreementLog log;
  private final References references;
  private final Deadlines deadlines;
  private final ReviewDays reviewDays;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  ActionAgreeing(
      Actions actions,
      ActionTemplates templates,
      AccessGrants circles,
      AgreementRules rules,
      AgreementLog log,
      References references,
      Deadlines deadlines,
      ReviewDays reviewDays,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.actions = actions;
    this.templates = templates;
    this.circles = circles;
    this.rules = rules;
    this.log = log;
    this.references = references;
    this.deadlines = deadlines;
    this.reviewDays = reviewDays;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /** An action from a template, due on this day. */
  public record Prescribed(LocalDate dueOn, Origin origin) {}

  /**
   * Adds an action worded by hand: agreed when the caller's agency owns it and names who does it,
   * else proposed to the agency that is to own it.
   *
   * @throws ProblemException 422 naming everything there is to mend
   */
  public Action byHand(OwningPlan plan, AgreeAction command) {
    rules.require(plan, command, "");
    return worded(plan, command, null);
  }

  /** What there is to mend of an action worded by hand, before any is added; nothing else. */
  public List<Violation> violations(OwningPlan plan, AgreeAction command) {
    return rules.violations(plan, command);
  }

  /** Adds the action that takes on what another did not achieve. */
  Action followUp(Action done, AgreeAction command) {
    rules.require(done.plan(), command, "followUp.");
    return worded(done.plan(), command, done.id());
  }

  /** Adds the actions that a rule asks for, each proposed to who should do it. */
  public void prescribe(OwningPlan plan, List<Prescribed> wanted) {
    List<AccessGrant> circle = circles.of(plan.personId());
    for (Prescribed prescribed : wanted) {
      ActionTemplate template = templates.named(prescribed.origin().template());
      add(
          plan,
          Terms.of(template, prescribed.dueOn()),
          Owner.of(template, plan.provider(), circle),
          Course.NONE,
          prescribed.origin(),
          null);
    }
  }

  /**
   * Adds the actions of a plan template, each proposed to who should do it. What would have had to
   * be done before today is due today.
   *
   * @param keyDate the day that it counts from beside today; null where it counts from none
   */
  public void fromTemplate(OwningPlan plan, PlanTemplate template, LocalDate keyDate) {
    LocalDate today = London.today(clock);
    List<AccessGrant> circle = circles.of(plan.personId());
    Map<String, UUID> added = new HashMap<>();
    for (PlanTemplateAction wanted : template.actions()) {
      ActionTemplate wording = wanted.action();
      Course course =
          new Course(
              wanted.milestones(today, keyDate).stream()
                  .map(step -> Milestone.of(step.title(), step.dueOn()))
                  .toList(),
              wanted.reviewsOn(today, keyDate),
              wanted.dependsOn().stream().map(added::get).collect(Collectors.toSet()));
      Action action =
          add(
              plan,
              Terms.of(wording, wanted.dueOn(today, keyDate)),
              Owner.of(wording, plan.provider(), circle),
              course,
              Origin.ofPlanTemplate(wording.code()),
              null);
      added.put(wording.code(), action.id());
    }
  }

  private Action worded(OwningPlan plan, AgreeAction command, UUID followsUp) {
    Action action = add(plan, command.terms(), command.owner(), command.course(), null, followsUp);
    actions.flush();
    return action;
  }

  private Action add(
      OwningPlan plan, Terms terms, Owner owner, Course course, Origin origin, UUID followsUp) {
    Action action =
        new Action(
            plan,
            references.next("ACT", "action_reference"),
            terms,
            owner,
            course,
            origin,
            followsUp,
            provenance.caller(),
            clock.instant());
    actions.persist(action);
    journal.append(action.added());
    deadlines.set(action);
    if (!course.reviewDays().isEmpty()) {
      reviewDays.set(action);
    }
    log.noted(plan.id(), Change.ADDED, action.id());
    return action;
  }
}
