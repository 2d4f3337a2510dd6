package org.wraparound.escalation.policies;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A threshold: when it is crossed, who must know and by when.
 *
 * @param tier one of the policy's tiers
 * @param title what it is, for people
 * @param why why it matters and what is expected, for people
 * @param proposeStepUp whether a step-up of support is to be proposed
 */
public record Rule(
    String code,
    String tier,
    String title,
    String why,
    Condition when,
    List<Routing> routes,
    boolean proposeStepUp) {

  /**
   * One of those who must know.
   *
   * @param acknowledgeWithin from raising until someone must have taken it on
   * @param decideWithin from raising until it must be decided
   */
  public record Routing(
      Route route,
      Duration acknowledgeWithin,
      Duration decideWithin,
      List<ActionTemplate> actions) {

    private void check(Place place, Set<Route> seen) {
      if (place.has("route", route) && !seen.add(route)) {
        place.in("route").refuse(route + " is there twice in this rule");
      }
      boolean firstClock = isClock(place, "acknowledgeWithin", acknowledgeWithin);
      boolean secondClock = isClock(place, "decideWithin", decideWithin);
      if (firstClock && secondClock && decideWithin.compareTo(acknowledgeWithin) < 0) {
        place.in("decideWithin").refuse("must not be shorter than acknowledgeWithin");
      }
      if (actions == null) {
        place.in("actions").refuse("is missing; [] when there are none");
      } else if (!actions.isEmpty()) {
        place.each("actions", actions, ActionTemplate::check);
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

  /** Whether it counts incidents, so that it speaks once about a person while that is open. */
  public boolean isPattern() {
    return when.patterns().findAny().isPresent();
  }

  void check(Place place) {
    isCode(place, "code", code);
    place.has("tier", tier);
    place.has("title", title);
    place.has("why", why);
    if (place.has("when", when)) {
      when.check(place.in("when"), true);
    }
    Set<Route> seen = EnumSet.noneOf(Route.class);
    place.each("routes", routes, (routing, at) -> routing.check(at, seen));
  }

  private static void isCode(Place place, String field, String value) {
    if (place.has(field, value) && !value.matches("[A-Z][A-Z0-9_]{0,63}")) {
      place.in(field).refuse("must be a code of capitals, digits and underscores");
    }
  }

  static boolean isClock(Place place, String field, Duration value) {
    boolean good = place.has(field, value) && value.compareTo(Duration.ZERO) > 0;
    if (value != null && !good) {
      place.in(field).refuse("must be longer than nothing");
    }
    return good;
  }
}
