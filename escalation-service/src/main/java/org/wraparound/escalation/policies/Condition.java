package org.wraparound.escalation.policies;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.function.Function;
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

  /** Looks at an incident, and says what it saw. */
  Finding on(Facts incident, Past past);

  /**
   * Whether it holds, without saying why: what {@link #on} finds, for going through many incidents.
   *
   * @param patterns what each pattern in it makes of the incident
   */
  Finding.Outcome outcome(Facts incident, Function<Pattern, Finding.Outcome> patterns);

  /**
   * Says what is wrong with it.
   *
   * @param on what it is put to
   */
  void check(Place place, Trigger on, boolean patternAllowed);

  /**
   * What would have to be so for it to hold, or not to hold: each of the alternatives is enough.
   *
   * @param holds whether it is to hold, or to be known not to
   */
  List<Demands> demands(boolean holds);

  /** The patterns in it. */
  default Stream<Pattern> patterns() {
    return Stream.empty();
  }

  /** Holds when all of them do. */
  record All(List<Condition> all) implements Condition {
    @Override
    public Finding on(Facts incident, Past past) {
      return Finding.combined(
          all.stream().map(part -> part.on(incident, past)).toList(),
          Finding.Outcome.DOES_NOT_HOLD);
    }

    @Override
    public Finding.Outcome outcome(Facts incident, Function<Pattern, Finding.Outcome> patterns) {
      return Finding.combined(
          all, part -> part.outcome(incident, patterns), Finding.Outcome.DOES_NOT_HOLD);
    }

    @Override
    public void check(Place place, Trigger on, boolean patternAllowed) {
      place.each("all", all, (part, at) -> part.check(at, on, patternAllowed));
    }

    @Override
    public List<Demands> demands(boolean holds) {
      return holds ? Demands.together(all, true) : Demands.either(all, false);
    }

    @Override
    public Stream<Pattern> patterns() {
      return all.stream().flatMap(Condition::patterns);
    }
  }

  /** Holds when at least one of them does. */
  record Any(List<Condition> any) implements Condition {
    @Override
    public Finding on(Facts incident, Past past) {
      return Finding.combined(
          any.stream().map(part -> part.on(incident, past)).toList(), Finding.Outcome.HOLDS);
    }

    @Override
    public Finding.Outcome outcome(Facts incident, Function<Pattern, Finding.Outcome> patterns) {
      return Finding.combined(any, part -> part.outcome(incident, patterns), Finding.Outcome.HOLDS);
    }

    @Override
    public void check(Place place, Trigger on, boolean patternAllowed) {
      place.each("any", any, (part, at) -> part.check(at, on, false));
    }

    @Override
    public List<Demands> demands(boolean holds) {
      return holds ? Demands.either(any, true) : Demands.together(any, false);
    }
  }

  /** Holds when the other is known not to. */
  record Not(Condition not) implements Condition {
    @Override
    public Finding on(Facts incident, Past past) {
      Finding inner = not.on(incident, past);
      return new Finding(inner.outcome().negated(), inner.saw(), inner.because());
    }

    @Override
    public Finding.Outcome outcome(Facts incident, Function<Pattern, Finding.Outcome> patterns) {
      return not.outcome(incident, patterns).negated();
    }

    @Override
    public void check(Place place, Trigger on, boolean patternAllowed) {
      if (place.has("not", not)) {
        not.check(place.in("not"), on, false);
      }
    }

    @Override
    public List<Demands> demands(boolean holds) {
      return not.demands(!holds);
    }
  }
}
