package org.wraparound.escalation.policies;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;

/**
 * What must be so for a rule to fire. Written as JSON without a type field: the fields tell which
 * it is, {@code {"any": [{"fact": "physicalHarm", "atLeast": "SEVERE"}]}}.
 *
 * <p>Evaluation is a pure function with three outcomes (Kleene's logic): a fact that is not yet
 * recorded is not "no", and a condition that hangs on it does not hold.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(Condition.All.class),
  @JsonSubTypes.Type(Condition.Any.class),
  @JsonSubTypes.Type(Condition.Not.class),
  @JsonSubTypes.Type(Comparison.class),
  @JsonSubTypes.Type(Pattern.class)
})
public sealed interface Condition
    permits Condition.All, Condition.Any, Condition.Not, Comparison, Pattern {

  /**
   * Looks at an incident.
   *
   * @param history the person's incidents around it and itself, in the order in which they happened
   */
  Finding on(Facts incident, List<Facts> history);

  /** Says what is wrong with it. */
  void check(Place place, boolean patternAllowed);

  /** The patterns in it. */
  default Stream<Pattern> patterns() {
    return Stream.empty();
  }

  /** Holds when all of them do. */
  record All(List<Condition> all) implements Condition {
    @Override
    public Finding on(Facts incident, List<Facts> history) {
      return Finding.combined(
          all.stream().map(part -> part.on(incident, history)).toList(),
          Finding.Outcome.DOES_NOT_HOLD);
    }

    @Override
    public void check(Place place, boolean patternAllowed) {
      place.each("all", all, (part, at) -> part.check(at, patternAllowed));
    }

    @Override
    public Stream<Pattern> patterns() {
      return all.stream().flatMap(Condition::patterns);
    }
  }

  /** Holds when at least one of them does. */
  record Any(List<Condition> any) implements Condition {
    @Override
    public Finding on(Facts incident, List<Facts> history) {
      return Finding.combined(
          any.stream().map(part -> part.on(incident, history)).toList(), Finding.Outcome.HOLDS);
    }

    @Override
    public void check(Place place, boolean patternAllowed) {
      place.each("any", any, (part, at) -> part.check(at, false));
    }
  }

  /** Holds when the other is known not to. */
  record Not(Condition not) implements Condition {
    @Override
    public Finding on(Facts incident, List<Facts> history) {
      Finding inner = not.on(incident, history);
      return new Finding(inner.outcome().negated(), inner.saw(), inner.because());
    }

    @Override
    public void check(Place place, boolean patternAllowed) {
      if (place.has("not", not)) {
        not.check(place.in("not"), false);
      }
    }
  }
}
