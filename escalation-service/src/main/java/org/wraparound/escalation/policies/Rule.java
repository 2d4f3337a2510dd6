package org.wraparound.escalation.policies;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A threshold: when it is crossed, who must know and by when.
 *
 * @param on what is put to it; an incident where nothing is said
 * @param when what must be so; for another trigger than an incident it may be left out
 * @param tier one of the policy's tiers
 * @param title what it is, for people
 * @param why why it matters and what is expected, for people
 * @param proposeStepUp whether a step-up of support is to be proposed
 */
public record Rule(
    String code,
    Trigger on,
    String tier,
    String title,
    String why,
    Condition when,
    List<Routing> routes,
    boolean proposeStepUp) {
  /** For what is serious enough by having happened, such as an action that is overdue. */
  private static final Condition ALWAYS = new Condition.All(List.of());

  private static final int HIGHEST_ROTA_TIER = 5;
  private static final int MOST_STEPS = 20;
  private static final Duration LONGEST_CLOCK = Duration.ofDays(366);

  public Rule {
    on = on == null ? Trigger.INCIDENT : on;
    when = when == null ? ALWAYS : when;
  }

  /**
   * One of those who must know.
   *
   * @param clock how its times are reckoned; {@link ClockKind#ELAPSED} where nothing is said
   * @param acknowledgeWithin from raising until someone must have taken it on
   * @param decideWithin from its being taken on until it must be decided
   * @param ladder who is told until someone answers, in this order; the first tier at once where
   *     nothing is said
   * @param signOff whether a supervisor must sign the decision off
   */
  public record Routing(
      Route route,
      ClockKind clock,
      @JsonFormat(shape = JsonFormat.Shape.STRING) Duration acknowledgeWithin,
      @JsonFormat(shape = JsonFormat.Shape.STRING) Duration decideWithin,
      List<Step> ladder,
      boolean signOff,
      List<ActionTemplate> actions) {

    public Routing {
      clock = clock == null ? ClockKind.ELAPSED : clock;
      ladder = ladder == null ? List.of() : ladder;
    }

    /** The same for what no rule asked for. */
    public Routing withoutActions() {
      return new Routing(route, clock, acknowledgeWithin, decideWithin, ladder, signOff, List.of());
    }

    /** By when it must be taken on, when it is raised at a moment. */
    public Instant acknowledgeBy(Instant raised, WorkingHours hours) {
      return clock.plus(raised, acknowledgeWithin, hours);
    }

    /** By when it must be decided, when it is taken on at a moment. */
    public Instant decideBy(Instant acknowledged, WorkingHours hours) {
      return clock.plus(acknowledged, decideWithin, hours);
    }

    private void check(Place place, Trigger on, Set<Route> seen) {
      if (place.has("route", route) && !seen.add(route)) {
        place.in("route").refuse(route + " is there twice in this rule");
      }
      isClock(place, "acknowledgeWithin", acknowledgeWithin);
      isClock(place, "decideWithin", decideWithin);
      for (int i = 0; i < ladder.size(); i++) {
        ladder.get(i).check(place.in("ladder[" + i + "]"), i == 0 ? null : ladder.get(i - 1));
      }
      if (ladder.size() > MOST_STEPS) {
        place.in("ladder").refuse("must have at most " + MOST_STEPS + " steps");
      }
      if (actions == null) {
        place.in("actions").refuse("is missing; [] when there are none");
      } else if (!actions.isEmpty()) {
        if (!on.mayAskForActions()) {
          place
              .in("actions")
              .refuse("must be empty: a rule on " + on + " that asks for actions feeds itself");
        }
        place.each("actions", actions, ActionTemplate::check);
      }
    }
  }

  /**
   * Someone who is told, unless someone has answered by then.
   *
   * @param tier tier of the on-call rota, 1 to 5
   * @param after from the start of the climb: from raising, and again from when the time to decide
   *     is up
   * @param route whose agency is told; the routing's own where nothing is said
   */
  public record Step(
      int tier, @JsonFormat(shape = JsonFormat.Shape.STRING) Duration after, Route route) {

    private void check(Place place, Step before) {
      if (tier < 1 || tier > HIGHEST_ROTA_TIER) {
        place.in("tier").refuse("must be 1 to " + HIGHEST_ROTA_TIER);
      }
      if (!place.has("after", after)) {
        return;
      }
      if (after.isNegative() || after.compareTo(LONGEST_CLOCK) > 0) {
        place.in("after").refuse("must be PT0S to P366D");
      }
      if (before != null && before.after != null && after.compareTo(before.after) < 0) {
        place.in("after").refuse("must not be earlier than the step before");
      }
    }
  }

  /**
   * An action that is to follow.
   *
   * @param template code of a template of action-plan-service
   * @param dueWithin from raising to due
   */
  public record ActionTemplate(
      String template, @JsonFormat(shape = JsonFormat.Shape.STRING) Duration dueWithin) {

    private void check(Place place) {
      isCode(place, "template", template);
      isClock(place, "dueWithin", dueWithin);
    }
  }

  /** Whether it counts incidents, so that it speaks once while that is open. */
  public boolean isPattern() {
    return by().isPresent();
  }

  /** Of whom or what it counts incidents; empty when it looks at one incident alone. */
  public Optional<By> by() {
    return when.patterns().findAny().map(Pattern::by);
  }

  /** Whether the patterns of it may count the incident, or hang on what is not yet recorded. */
  public boolean mayCount(Facts incident) {
    return when.patterns()
        .allMatch(p -> p.outcomeOfMatching(incident) != Finding.Outcome.DOES_NOT_HOLD);
  }

  /** Its routing to a route, which an escalation of it names. */
  public Routing routing(Route route) {
    return routes.stream()
        .filter(routing -> routing.route() == route)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no routing to " + route));
  }

  void check(Place place) {
    isCode(place, "code", code);
    place.has("tier", tier);
    place.has("title", title);
    place.has("why", why);
    if (when != ALWAYS) {
      checkCondition(place.in("when"));
    } else if (on == Trigger.INCIDENT) {
      place.in("when").refuse("is missing");
    }
    if (proposeStepUp && !on.mayProposeStepUp()) {
      place
          .in("proposeStepUp")
          .refuse("must be false: a rule on " + on + " that proposes a step-up feeds itself");
    }
    Set<Route> seen = EnumSet.noneOf(Route.class);
    place.each("routes", routes, (routing, at) -> routing.check(at, on, seen));
  }

  private void checkCondition(Place place) {
    if (!place.isFreeOf(() -> when.check(place, on, true))) {
      return;
    }
    if (when.patterns().map(Pattern::by).distinct().count() > 1) {
      place.refuse("the patterns of one rule must count by the same");
    }
    try {
      List<Demands> ways = when.demands(true);
      if (ways.stream().allMatch(way -> way.contradiction().isPresent())) {
        place.refuse("can never be: " + ways.get(0).contradiction().orElseThrow());
      }
    } catch (Demands.TooManyWaysException e) {
      place.refuse("has " + e.getMessage() + "; make several rules of it");
    }
  }

  private static void isCode(Place place, String field, String value) {
    if (place.has(field, value) && !value.matches("[A-Z][A-Z0-9_]{0,63}")) {
      place.in(field).refuse("must be a code of capitals, digits and underscores");
    }
  }

  private static void isClock(Place place, String field, Duration value) {
    if (place.has(field, value)
        && (value.compareTo(Duration.ZERO) <= 0 || value.compareTo(LONGEST_CLOCK) > 0)) {
      place.in(field).refuse("must be longer than nothing and at most P366D");
    }
  }
}
