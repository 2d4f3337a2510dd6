package org.wraparound.escalation.policies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A policy at work on past incidents, one after the other: what it would have raised on each, had
 * each become known when it happened and everything been answered in time. Patterns are counted in
 * sliding windows, so that it looks at every incident once and remembers no more than a window.
 *
 * <p>The incidents must come by person, setting, source or worker, and for each of these in the
 * order in which they happened.
 */
public final class Simulation {
  private final Policy policy;
  private final List<Running> rules;
  private String key;

  private Simulation(Policy policy, List<Rule> rules) {
    this.policy = policy;
    this.rules = rules.stream().map(Running::new).toList();
  }

  /** Of the rules that look at one incident alone, or at one person's. */
  public static Simulation ofPeople(Policy policy) {
    return new Simulation(
        policy,
        policy
            .rulesOn(Trigger.INCIDENT)
            .filter(rule -> rule.by().filter(By::isAcrossPeople).isEmpty())
            .toList());
  }

  /** Of the rules that count across people, by one thing. */
  public static Simulation across(Policy policy, By by) {
    return new Simulation(
        policy,
        policy
            .rulesOn(Trigger.INCIDENT)
            .filter(rule -> rule.by().equals(Optional.of(by)))
            .toList());
  }

  /** The rules that would have spoken on the incident. */
  public List<Rule> on(String of, Facts incident) {
    if (!of.equals(key)) {
      key = of;
      rules.forEach(Running::beginAnew);
    }
    List<Rule> fired = new ArrayList<>();
    for (Running running : rules) {
      if (running.firesOn(incident)) {
        fired.add(running.rule);
      }
    }
    return fired;
  }

  /** A rule, as far as it has come with one person, setting, source or worker. */
  private final class Running {
    private final Rule rule;
    private final IdentityHashMap<Pattern, Window> windows = new IdentityHashMap<>();
    private Instant openUntil = Instant.MIN;
    private Instant countedUntil = Instant.MIN;

    Running(Rule rule) {
      this.rule = rule;
      rule.when().patterns().forEach(pattern -> windows.put(pattern, new Window(pattern)));
    }

    void beginAnew() {
      windows.values().forEach(Window::clear);
      openUntil = Instant.MIN;
      countedUntil = Instant.MIN;
    }

    boolean firesOn(Facts incident) {
      windows.values().forEach(window -> window.take(incident));
      Finding.Outcome outcome =
          rule.when().outcome(incident, pattern -> windows.get(pattern).outcome(countedUntil));
      if (outcome != Finding.Outcome.HOLDS) {
        return false;
      }
      if (!rule.isPattern()) {
        return true;
      }
      Instant at = incident.happenedAt();
      if (at.isBefore(openUntil)) {
        return false;
      }
      countedUntil = at;
      openUntil =
          rule.routes().stream()
              .map(
                  routing ->
                      routing.decideBy(
                          routing.acknowledgeBy(at, policy.workingHours()), policy.workingHours()))
              .max(Instant::compareTo)
              .orElse(at);
      return true;
    }
  }

  /** The incidents that match a pattern's condition and may still count. */
  private static final class Window {
    private final Pattern pattern;
    private final Deque<Facts> matching = new ArrayDeque<>();
    private boolean latestMatches;

    Window(Pattern pattern) {
      this.pattern = pattern;
    }

    void clear() {
      matching.clear();
    }

    void take(Facts incident) {
      Finding.Outcome own = pattern.outcomeOfMatching(incident);
      latestMatches = own == Finding.Outcome.HOLDS;
      if (latestMatches) {
        matching.addLast(incident);
      } else if (own == Finding.Outcome.DOES_NOT_HOLD && pattern.count() == null) {
        // a run is over
        matching.clear();
      }
      Instant soonest = incident.happenedAt().minus(pattern.within());
      while (!matching.isEmpty() && matching.peekFirst().happenedAt().isBefore(soonest)) {
        matching.removeFirst();
      }
    }

    Finding.Outcome outcome(Instant countedUntil) {
      if (!latestMatches) {
        return Finding.Outcome.DOES_NOT_HOLD;
      }
      if (pattern.sinceLastEscalation()) {
        while (!matching.isEmpty() && !matching.peekFirst().happenedAt().isAfter(countedUntil)) {
          matching.removeFirst();
        }
      }
      return isEnough() ? Finding.Outcome.HOLDS : Finding.Outcome.DOES_NOT_HOLD;
    }

    private boolean isEnough() {
      if (matching.isEmpty()) {
        return false;
      }
      boolean enough =
          pattern.count() == null
              ? Duration.between(
                          matching.peekFirst().happenedAt(), matching.peekLast().happenedAt())
                      .compareTo(pattern.sustainedFor())
                  >= 0
              : matching.size() >= pattern.count();
      return enough
          && (pattern.distinct() == null || pattern.distinct().isMetBy(matching.stream()));
    }
  }
}
