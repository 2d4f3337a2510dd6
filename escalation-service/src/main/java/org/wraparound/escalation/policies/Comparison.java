package org.wraparound.escalation.policies;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares one fact in exactly one way. A fact with several values, such as the types of all
 * allegations, compares well when one of them does.
 *
 * @param is one of these codes
 * @param atLeast this code or one further up, or this number or more; for facts with an order
 * @param exists true: there is some; false: it is recorded that there is none
 */
public record Comparison(Fact fact, List<String> is, String atLeast, Boolean exists)
    implements Condition {

  @Override
  public Finding on(Facts incident, Past past) {
    Optional<List<String>> values = incident.of(fact);
    if (values.isEmpty()) {
      return found(incident, Finding.Outcome.NOT_YET_RECORDED, List.of(SeenFact.NOT_YET_RECORDED));
    }
    List<String> fitting = values.get().stream().filter(this::fits).toList();
    boolean holds = Boolean.FALSE.equals(exists) == fitting.isEmpty();
    return found(
        incident,
        holds ? Finding.Outcome.HOLDS : Finding.Outcome.DOES_NOT_HOLD,
        holds ? fitting : values.get());
  }

  @Override
  public Finding.Outcome outcome(Facts incident, Function<Pattern, Finding.Outcome> patterns) {
    List<String> values = incident.known().get(fact.code());
    if (values == null) {
      return Finding.Outcome.NOT_YET_RECORDED;
    }
    boolean none = true;
    for (String value : values) {
      none &= !fits(value);
    }
    return Boolean.FALSE.equals(exists) == none
        ? Finding.Outcome.HOLDS
        : Finding.Outcome.DOES_NOT_HOLD;
  }

  private boolean fits(String value) {
    if (is != null) {
      return is.contains(value);
    }
    return atLeast == null || fact.rank(value) >= fact.rank(atLeast);
  }

  private Finding found(Facts incident, Finding.Outcome outcome, List<String> values) {
    List<SeenFact> saw =
        (values.isEmpty() ? Stream.of(SeenFact.NONE) : values.stream().distinct())
            .map(value -> new SeenFact(fact.code(), sought(), value, incident.incidentId()))
            .toList();
    return new Finding(outcome, saw, saw);
  }

  private String sought() {
    if (is != null) {
      return String.join(" or ", is);
    }
    if (atLeast != null) {
      return "at least " + atLeast;
    }
    return exists ? "any" : SeenFact.NONE;
  }

  @Override
  public void check(Place place, Trigger on, boolean patternAllowed) {
    if (!place.has("fact", fact)) {
      return;
    }
    if (fact.of() != on) {
      place
          .in("fact")
          .refuse(
              "%s is no fact of %s; its facts are %s"
                  .formatted(
                      fact.code(),
                      on,
                      Stream.of(Fact.values())
                          .filter(other -> other.of() == on)
                          .map(Fact::code)
                          .collect(Collectors.joining(", "))));
    }
    if (Stream.of(is, atLeast, exists).filter(way -> way != null).count() != 1) {
      place.refuse("compare it in exactly one way: is, atLeast or exists");
    }
    if (is != null) {
      place.each("is", is, this::checkValue);
    }
    if (atLeast != null) {
      if (fact.isOrdered()) {
        checkValue(atLeast, place.in("atLeast"));
      } else {
        place.in("atLeast").refuse(fact.code() + " has no order; use is");
      }
    }
  }

  private void checkValue(String value, Place place) {
    if (!fact.canBe(value)) {
      place.refuse(
          fact.code()
              + " is never "
              + value
              + (fact.isNumber()
                  ? "; it is a whole number"
                  : "; it is " + String.join(", ", fact.codes())));
    }
  }

  @Override
  public List<Demands> demands(boolean holds) {
    boolean some = Boolean.FALSE.equals(exists) != holds;
    String asked = exists == null ? sought() : "any";
    return List.of(Demands.of(fact, new Demands.Values(this::fits, mentioned(), asked), some));
  }

  /** Values that tell this comparison's answers apart. */
  private Set<String> mentioned() {
    Set<String> mentioned = new LinkedHashSet<>();
    if (is != null) {
      mentioned.addAll(is);
    }
    if (atLeast != null) {
      mentioned.add(atLeast);
    }
    return mentioned;
  }
}
