package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wraparound.actionplan.templates.ActionTemplate;
import org.wraparound.actionplan.templates.ActionTemplates;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.reference.CodeLists;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Puts actions into a plan: worded by hand, or from templates that a rule asks for. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ActionAgreeing {
  private final Actions actions;
  private final ActionTemplates templates;
  private final AccessGrants circles;
  private final VagueWords vagueWords;
  private final CodeLists codeLists;
  private final References references;
  private final DueDates dueDates;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  ActionAgreeing(
      Actions actions,
      ActionTemplates templates,
      AccessGrants circles,
      VagueWords vagueWords,
      CodeLists codeLists,
      References references,
      DueDates dueDates,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.actions = actions;
    this.templates = templates;
    this.circles = circles;
    this.vagueWords = vagueWords;
    this.codeLists = codeLists;
    this.references = references;
    this.dueDates = dueDates;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /** An action from a template, due on this day. */
  public record Prescribed(LocalDate dueOn, Origin origin) {}

  /**
   * Adds an action worded by hand.
   *
   * @throws ProblemException 422 naming everything there is to mend
   */
  public Action byHand(OwningPlan plan, AgreeAction command) {
    List<Violation> violations = violations(plan, command);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    Action action = add(plan, command.terms(), new Owner(command.ownerAgency(), null), null);
    actions.flush();
    return action;
  }

  /** Adds the actions that a rule asks for, each owned by who should do it. */
  public void prescribe(OwningPlan plan, List<Prescribed> wanted) {
    List<AccessGrant> circle = circles.of(plan.personId());
    for (Prescribed prescribed : wanted) {
      ActionTemplate template = templates.named(prescribed.origin().template());
      add(
          plan,
          Terms.of(template, prescribed.dueOn()),
          Owner.of(template, plan.provider(), circle),
          prescribed.origin());
    }
  }

  private Action add(OwningPlan plan, Terms terms, Owner owner, Origin origin) {
    Action action =
        new Action(
            plan,
            references.next("ACT", "action_reference"),
            terms,
            owner,
            origin,
            provenance.caller(),
            clock.instant());
    actions.persist(action);
    journal.append(action.agreed());
    dueDates.schedule(OverdueActions.KIND, action.id(), London.endOf(terms.dueOn()));
    return action;
  }

  private List<Violation> violations(OwningPlan plan, AgreeAction command) {
    List<Violation> found = new ArrayList<>();
    if (isBlank(command.title())) {
      found.add(new Violation("title", "say what will be done"));
    } else if (vagueWords.isVague(command.title())) {
      found.add(
          new Violation(
              "title",
              "is too vague to check: say in at least "
                  + VagueWords.SHORTEST_TITLE
                  + " characters what exactly will be done, not only that it is monitored, reviewed"
                  + " or discussed"));
    }
    requireValue(found, "party", command.party(), "say whose action it is, from the list party");
    ownerAgencyViolation(plan, command.ownerAgency(), found);
    ownerRoleViolation(command.ownerRole(), found);
    if (command.dueOn() == null) {
      found.add(new Violation("dueOn", "give the last day to do it, such as 2026-01-31"));
    } else if (command.dueOn().isBefore(London.today(clock))) {
      found.add(new Violation("dueOn", "lies in the past: give today or a later day"));
    }
    requireText(
        found, "evidenceRequired", command.evidenceRequired(), "say what will show it was done");
    requireText(
        found,
        "intendedOutcome",
        command.intendedOutcome(),
        "say what should be better for the person");
    requireText(found, "measure", command.measure(), "say how to tell that it is better");
    requireValue(
        found,
        "outcomeDomain",
        command.outcomeDomain(),
        "say what it is meant to improve, from the list outcome-domain");
    requireValue(
        found,
        "priority",
        command.priority(),
        "say how soon it needs attention, from the list action-priority");
    return found;
  }

  private void ownerAgencyViolation(OwningPlan plan, String owner, List<Violation> found) {
    if (isBlank(owner)) {
      found.add(new Violation("ownerAgency", "name the agency that will do it, by its code"));
    } else if (!owner.equals(plan.provider())
        && circles.of(plan.personId()).stream()
            .noneMatch(member -> member.agency().equals(owner) && Owner.mayOwn(member.level()))) {
      found.add(
          new Violation(
              "ownerAgency",
              "is not in the person's circle at a level at which it sees the plan: choose an agency"
                  + " that is, or bring it into the circle first"));
    }
  }

  private void ownerRoleViolation(String role, List<Violation> found) {
    boolean known =
        role != null
            && codeLists.named("owner-role").orElseThrow().codes().stream()
                .anyMatch(code -> code.active() && code.code().equals(role));
    if (!known) {
      found.add(
          new Violation("ownerRole", "name the role that will do it, from the list owner-role"));
    }
  }

  private static void requireText(
      List<Violation> found, String field, String text, String message) {
    if (isBlank(text)) {
      found.add(new Violation(field, message));
    }
  }

  private static void requireValue(
      List<Violation> found, String field, Object value, String message) {
    if (value == null) {
      found.add(new Violation(field, message));
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
