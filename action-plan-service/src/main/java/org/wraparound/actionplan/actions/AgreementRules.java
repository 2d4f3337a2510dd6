package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wraparound.kit.London;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.reference.CodeLists;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** What an action must say so that others can rely on it and check it later. */
@ApplicationScoped
class AgreementRules {
  private final Actions actions;
  private final AccessGrants circles;
  private final VagueWords vagueWords;
  private final CodeLists codeLists;
  private final Clock clock;

  AgreementRules(
      Actions actions,
      AccessGrants circles,
      VagueWords vagueWords,
      CodeLists codeLists,
      Clock clock) {
    this.actions = actions;
    this.circles = circles;
    this.vagueWords = vagueWords;
    this.codeLists = codeLists;
    this.clock = clock;
  }

  /**
   * An action that is to be put into the plan.
   *
   * @param at where in the request it is, such as {@code followUp.}; empty when it is the request
   * @throws ProblemException 422 naming everything there is to mend
   */
  void require(OwningPlan plan, AgreeAction command, String at) {
    refuse(violations(plan, command), at);
  }

  /** What there is to mend of an action that is to be put into the plan. */
  List<Violation> violations(OwningPlan plan, AgreeAction command) {
    List<Violation> found = words(command);
    ownerAgency(plan, command.ownerAgency(), found);
    if (command.dueOn() == null) {
      found.add(new Violation("dueOn", "give the last day to do it, such as 2026-01-31"));
    } else if (isPast(command.dueOn())) {
      found.add(new Violation("dueOn", "lies in the past: give today or a later day"));
    }
    course(command, List.of(), List.of(), found);
    dependencies(plan, command, null, found);
    return found;
  }

  /**
   * New terms of an action.
   *
   * @throws ProblemException 422 naming everything there is to mend
   */
  void require(Action amended, AgreeAction command) {
    List<Violation> found = words(command);
    if (!amended.ownerAgency().equals(command.ownerAgency())) {
      found.add(
          new Violation(
              "ownerAgency",
              "stays %s here: hand the action on by POST %s/reassignment"
                  .formatted(amended.ownerAgency(), amended.uri())));
    }
    dueDay(amended, command.dueOn(), found);
    course(command, amended.milestones(), amended.reviewDays(), found);
    dependencies(amended.plan(), command, amended.id(), found);
    refuse(found, "");
  }

  /**
   * A new owner.
   *
   * @param role null when it stays
   * @throws ProblemException 422 naming everything there is to mend
   */
  void requireOwner(OwningPlan plan, String agency, String role) {
    List<Violation> found = new ArrayList<>();
    ownerAgency(plan, agency, found);
    if (role != null) {
      ownerRole(role, found);
    }
    refuse(found, "");
  }

  /**
   * A role of the list, or none.
   *
   * @throws ProblemException 422 for any other
   */
  void requireRole(String role) {
    List<Violation> found = new ArrayList<>();
    if (role != null) {
      ownerRole(role, found);
    }
    refuse(found, "");
  }

  private static void refuse(List<Violation> found, String at) {
    if (!found.isEmpty()) {
      throw ProblemException.invalid(
          found.stream()
              .map(violation -> new Violation(at + violation.field(), violation.message()))
              .toList());
    }
  }

  private List<Violation> words(AgreeAction command) {
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
                  + " or discussed, or with whom"));
    }
    requireValue(found, "party", command.party(), "say whose action it is, from the list party");
    ownerRole(command.ownerRole(), found);
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

  private void ownerAgency(OwningPlan plan, String owner, List<Violation> found) {
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

  private void ownerRole(String role, List<Violation> found) {
    boolean known =
        role != null
            && codeLists.named("owner-role").orElseThrow().codes().stream()
                .anyMatch(code -> code.active() && code.code().equals(role));
    if (!known) {
      found.add(
          new Violation("ownerRole", "name the role that will do it, from the list owner-role"));
    }
  }

  /** Once it was agreed, its day moves later by an extension only, which asks for a reason. */
  private void dueDay(Action amended, LocalDate dueOn, List<Violation> found) {
    if (dueOn == null) {
      found.add(new Violation("dueOn", "give the last day to do it, such as 2026-01-31"));
    } else if (!dueOn.equals(amended.dueOn())) {
      if (isPast(dueOn)) {
        found.add(
            new Violation(
                "dueOn", "lies in the past: leave it as it is, or give today or a later day"));
      } else if (amended.wasEverAgreed() && dueOn.isAfter(amended.dueOn())) {
        found.add(
            new Violation(
                "dueOn",
                "was agreed as %s: ask for more time by POST %s/extensions"
                    .formatted(amended.dueOn(), amended.uri())));
      }
    }
  }

  /**
   * @param milestones those it has already; one that is among them may lie in the past
   * @param reviewDays those it has already; one that is among them may lie in the past
   */
  private void course(
      AgreeAction command,
      List<Milestone> milestones,
      List<LocalDate> reviewDays,
      List<Violation> found) {
    for (int i = 0; i < command.milestones().size(); i++) {
      AgreeAction.Step step = command.milestones().get(i);
      String at = "milestones[%d].".formatted(i);
      requireText(found, at + "title", step.title(), "say what will have been reached");
      if (step.dueOn() == null) {
        found.add(new Violation(at + "dueOn", "give the last day to reach it"));
      } else if (!isBlank(step.title())
          && milestones.stream()
              .noneMatch(Milestone.of(step.title().strip(), step.dueOn())::isThatOf)) {
        between(at + "dueOn", step.dueOn(), command.dueOn(), found);
      }
    }
    for (int i = 0; i < command.reviewPoints().size(); i++) {
      LocalDate day = command.reviewPoints().get(i);
      if (!reviewDays.contains(day)) {
        between("reviewPoints[%d]".formatted(i), day, command.dueOn(), found);
      }
    }
  }

  private void between(String field, LocalDate day, LocalDate dueOn, List<Violation> found) {
    if (isPast(day) || (dueOn != null && day.isAfter(dueOn))) {
      found.add(new Violation(field, "give a day from today until dueOn"));
    }
  }

  private void dependencies(
      OwningPlan plan, AgreeAction command, UUID amended, List<Violation> found) {
    if (command.dependsOn().isEmpty()) {
      return;
    }
    Set<UUID> dependable = actions.dependable(plan.id());
    Map<UUID, Set<UUID>> others = amended == null ? Map.of() : actions.dependencies(plan.id());
    for (int i = 0; i < command.dependsOn().size(); i++) {
      UUID wanted = command.dependsOn().get(i);
      String field = "dependsOn[%d]".formatted(i);
      if (!dependable.contains(wanted)) {
        found.add(new Violation(field, "is not an action of this plan, or was withdrawn"));
      } else if (leadsTo(wanted, amended, others)) {
        found.add(
            new Violation(field, "waits for this action itself: they would wait for each other"));
      }
    }
  }

  private static boolean leadsTo(UUID from, UUID to, Map<UUID, Set<UUID>> dependencies) {
    Set<UUID> seen = new HashSet<>();
    Deque<UUID> ahead = new ArrayDeque<>(Set.of(from));
    while (!ahead.isEmpty()) {
      UUID next = ahead.pop();
      if (next.equals(to)) {
        return true;
      }
      if (seen.add(next)) {
        ahead.addAll(dependencies.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }

  private boolean isPast(LocalDate day) {
    return day.isBefore(London.today(clock));
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
