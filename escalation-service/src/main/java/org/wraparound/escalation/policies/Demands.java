package org.wraparound.escalation.policies;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One way in which a condition could come to hold: a conjunction of what each fact would have to
 * be, as in a disjunctive normal form. Tells whether anything can be so at all: a rule that nothing
 * can reach is a slip of the pen.
 *
 * <p>Facts do not depend on each other, so a conjunction can be met when each fact can. A fact with
 * one value can when some value is in all that are asked for and in none that are excluded; a fact
 * with many when each that is asked for has a value left that is not excluded.
 */
final class Demands {
  /** More alternatives than a condition that people understand has. */
  static final int MOST = 5_000;

  /** Stands for all values that no comparison names. */
  private static final String ANOTHER = "\0";

  private final Map<Fact, List<Demand>> byFact = new EnumMap<>(Fact.class);

  /**
   * Some values of a fact.
   *
   * @param named those named, which tell it from other sets
   * @param sought how a policy asks for it
   */
  record Values(Predicate<String> among, Set<String> named, String sought) {}

  /**
   * What is asked of a fact.
   *
   * @param some whether one of the values is to be there; otherwise none of them may
   */
  private record Demand(Values values, boolean some) {}

  static Demands of(Fact fact, Values values, boolean some) {
    Demands demands = new Demands();
    demands.byFact.put(fact, List.of(new Demand(values, some)));
    return demands;
  }

  /** What it takes for at least one of the parts. */
  static List<Demands> either(List<? extends Condition> parts, boolean holds) {
    return parts.stream().flatMap(part -> part.demands(holds).stream()).toList();
  }

  /** What it takes for all of the parts at once; ways that cannot be are left out early. */
  static List<Demands> together(List<? extends Condition> parts, boolean holds) {
    List<Demands> ways = List.of(new Demands());
    for (Condition part : parts) {
      List<Demands> more = part.demands(holds);
      List<Demands> possible = new ArrayList<>();
      Demands impossible = null;
      for (Demands way : ways) {
        for (Demands other : more) {
          Demands both = way.and(other);
          if (both.contradiction().isPresent()) {
            impossible = both;
          } else if (possible.add(both) && possible.size() > MOST) {
            throw new TooManyWaysException();
          }
        }
      }
      // kept to say why, when there is nothing else
      ways = possible.isEmpty() ? List.of(impossible) : possible;
    }
    return ways;
  }

  private Demands and(Demands other) {
    Demands both = new Demands();
    both.byFact.putAll(byFact);
    other.byFact.forEach(
        (fact, demands) ->
            both.byFact.merge(
                fact,
                demands,
                (one, two) -> {
                  List<Demand> joined = new ArrayList<>(one);
                  joined.addAll(two);
                  return joined;
                }));
    return both;
  }

  /** Why nothing can be so; empty when something can. */
  Optional<String> contradiction() {
    return byFact.entrySet().stream()
        .filter(demand -> !canBe(demand.getKey(), demand.getValue()))
        .map(demand -> inWords(demand.getKey(), demand.getValue()))
        .findFirst();
  }

  private static boolean canBe(Fact fact, List<Demand> demands) {
    Set<String> open = new HashSet<>(fact.codes());
    if (fact.isNumber()) {
      open.add("0");
    }
    if (fact.isMany() || fact.codes().isEmpty()) {
      // a value that was not stated, or one of the many that no policy names
      open.add(ANOTHER);
    }
    for (Demand demand : demands) {
      open.addAll(demand.values().named());
    }
    for (Demand demand : demands) {
      if (!demand.some()) {
        open.removeIf(demand.values().among());
      }
    }
    if (fact.isMany()) {
      return demands.stream()
          .filter(Demand::some)
          .allMatch(demand -> open.stream().anyMatch(demand.values().among()));
    }
    for (Demand demand : demands) {
      if (demand.some()) {
        open.removeIf(demand.values().among().negate());
      }
    }
    return !open.isEmpty();
  }

  private static String inWords(Fact fact, List<Demand> demands) {
    return fact.code()
        + " would have to be "
        + String.join(
            " and ",
            demands.stream()
                .map(demand -> (demand.some() ? "" : "not ") + demand.values().sought())
                .distinct()
                .toList());
  }

  /** The condition is too intricate to be looked through. */
  static final class TooManyWaysException extends RuntimeException {
    TooManyWaysException() {
      super("more than " + MOST + " ways to meet it");
    }
  }
}
