package org.wraparound.escalation.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.wraparound.escalation.policies.Facts;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;

/**
 * What a policy would have raised on past incidents, beside what the one in force would have.
 *
 * @param policyVersion the policy that was tried
 * @param comparedWith version of the policy in force that it would take the place of
 * @param incidents that it was tried on
 * @param people whose incidents these are
 * @param routes load on each route
 * @param rules what each rule would have raised
 * @param assumptions what was taken to be so
 */
record Trial(
    int policyVersion,
    int comparedWith,
    Instant from,
    Instant to,
    long incidents,
    long people,
    List<RouteLoad> routes,
    List<RuleTried> rules,
    List<String> assumptions) {
  private static final int MOST_SAMPLES = 20;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final List<String> ASSUMPTIONS =
      List.of(
          "Each incident became known when it happened, with the facts that its record has now.",
          "What was withdrawn or is a duplicate is left out.",
          "A pattern that has spoken counts as open until it would have to be decided, and is not"
              + " raised again before.",
          "What differs is told incident by incident: a pattern that fires one incident sooner is"
              + " one more there and one less where it fired before.",
          "Only rules on incidents are tried, and no other policy beside the two.");

  /**
   * How many escalations a route would have had.
   *
   * @param inForce how many with the policy in force
   */
  record RouteLoad(Route route, Load tried, Load inForce) {}

  /**
   * A number of escalations.
   *
   * @param perWeek on average, to one decimal
   * @param busiestWeek in the fullest of the weeks counted from the beginning
   */
  record Load(long raised, double perWeek, long busiestWeek) {}

  /**
   * How often a rule would have fired.
   *
   * @param fired with the policy that was tried
   * @param firedInForce with the one in force
   * @param added incidents on which only the one tried fires
   * @param gone incidents on which only the one in force fires
   */
  record RuleTried(
      String ruleCode, long fired, long firedInForce, Difference added, Difference gone) {}

  /**
   * A number of incidents.
   *
   * @param incidentIds up to 20 of them
   */
  record Difference(long incidents, List<UUID> incidentIds) {}

  /** Counts while it runs. */
  static final class Count {
    private final Instant from;
    private final Map<Route, Weeks> tried = new EnumMap<>(Route.class);
    private final Map<Route, Weeks> inForce = new EnumMap<>(Route.class);
    private final Map<String, RuleCount> rules = new TreeMap<>();
    private long incidents;
    private long people;
    private UUID person;

    Count(Instant from) {
      this.from = from;
    }

    void incident(Facts incident) {
      incidents++;
      if (!incident.personId().equals(person)) {
        person = incident.personId();
        people++;
      }
    }

    void fired(Facts incident, List<Rule> byTried, List<Rule> byInForce) {
      Map<String, Boolean> both = new LinkedHashMap<>();
      for (Rule rule : byTried) {
        load(tried, rule, incident);
        both.put(rule.code(), Boolean.FALSE);
        rules.computeIfAbsent(rule.code(), code -> new RuleCount()).fired++;
      }
      for (Rule rule : byInForce) {
        load(inForce, rule, incident);
        RuleCount count = rules.computeIfAbsent(rule.code(), code -> new RuleCount());
        count.firedInForce++;
        if (both.put(rule.code(), Boolean.TRUE) == null) {
          count.gone.add(incident.incidentId());
        }
      }
      both.forEach(
          (code, known) -> {
            if (!known) {
              rules.get(code).added.add(incident.incidentId());
            }
          });
    }

    private void load(Map<Route, Weeks> loads, Rule rule, Facts incident) {
      int week = (int) Duration.between(from, incident.happenedAt()).dividedBy(WEEK);
      for (Rule.Routing routing : rule.routes()) {
        loads.computeIfAbsent(routing.route(), route -> new Weeks()).add(week);
      }
    }

    Trial result(int policyVersion, int comparedWith, Instant to) {
      double weeks = (double) Duration.between(from, to).toMinutes() / WEEK.toMinutes();
      List<RouteLoad> routes = new ArrayList<>();
      for (Route route : Route.values()) {
        if (tried.containsKey(route) || inForce.containsKey(route)) {
          routes.add(
              new RouteLoad(
                  route,
                  tried.getOrDefault(route, new Weeks()).load(weeks),
                  inForce.getOrDefault(route, new Weeks()).load(weeks)));
        }
      }
      return new Trial(
          policyVersion,
          comparedWith,
          from,
          to,
          incidents,
          people,
          routes,
          rules.entrySet().stream().map(rule -> rule.getValue().tried(rule.getKey())).toList(),
          ASSUMPTIONS);
    }
  }

  private static final class Weeks {
    private final Map<Integer, Long> byWeek = new TreeMap<>();

    void add(int week) {
      byWeek.merge(week, 1L, Long::sum);
    }

    Load load(double weeks) {
      long raised = byWeek.values().stream().mapToLong(Long::longValue).sum();
      return new Load(
          raised,
          Math.round(raised / weeks * 10) / 10.0,
          byWeek.values().stream().max(Comparator.naturalOrder()).orElse(0L));
    }
  }

  private static final class RuleCount {
    private final Samples added = new Samples();
    private final Samples gone = new Samples();
    private long fired;
    private long firedInForce;

    RuleTried tried(String code) {
      return new RuleTried(code, fired, firedInForce, added.difference(), gone.difference());
    }
  }

  private static final class Samples {
    private final List<UUID> some = new ArrayList<>();
    private long count;

    void add(UUID incident) {
      count++;
      if (some.size() < MOST_SAMPLES) {
        some.add(incident);
      }
    }

    Difference difference() {
      return new Difference(count, List.copyOf(some));
    }
  }
}
