package org.wraparound.escalation.policies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Incidents that match a condition add up: at least so many of them within a rolling window, or an
 * uninterrupted run of them that lasts so long. This one is among them.
 *
 * <p>Every window that holds this incident counts, not only the one that ends with it: an incident
 * that is recorded late can complete a window of incidents that happened after it. So whichever of
 * its incidents arrives last completes the pattern, and whether the pattern fires does not depend
 * on the order of arrival; which incidents the firing names may, because it names those known then.
 * The same holds for a run.
 *
 * @param count fewest incidents, 2 to 100; or absent, for a run
 * @param sustainedFor from the first to the last incident of a run between which none is known not
 *     to match, 1 hour or more; or absent, for a count
 * @param within length of the window, 1 hour to 366 days, or for a run how far it is followed;
 *     incidents exactly that far apart are both in it
 * @param by of whom or what it counts; a person where nothing is said
 * @param matching what each of them must be
 * @param distinct how different they must be, or absent
 * @param sinceLastEscalation whether only what happened after the incidents of the rule's last
 *     escalation of the same person, setting, source or worker counts
 */
public record Pattern(
    Integer count,
    Duration sustainedFor,
    Duration within,
    By by,
    Condition matching,
    Distinct distinct,
    boolean sinceLastEscalation)
    implements Condition {
  private static final int MOST = 100;
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  public Pattern {
    by = by == null ? By.PERSON : by;
  }

  /**
   * The incidents must be of several kinds, or of several people.
   *
   * @param fact whose values are told apart; people are where nothing is said
   * @param atLeast fewest different ones, 2 to 100
   */
  public record Distinct(Fact fact, int atLeast) {
    private void check(Place place, Trigger on, By by) {
      if (fact != null && fact.of() != on) {
        place.in("fact").refuse(fact.code() + " is no fact of " + on);
      }
      if (fact == null && by == By.PERSON) {
        place.refuse(
            "can never be: incidents of one person are of one person; say by what it counts");
      }
      int most = fact == null || fact.codes().isEmpty() ? MOST : fact.codes().size();
      if (atLeast < 2 || atLeast > most) {
        place.in("atLeast").refuse("must be 2 to " + most);
      }
    }

    /** Whether the incidents are different enough. */
    boolean isMetBy(Stream<Facts> incidents) {
      return incidents
              .flatMap(
                  incident ->
                      fact == null
                          ? Stream.of(incident.personId().toString())
                          : incident.of(fact).orElse(List.of()).stream())
              .distinct()
              .limit(atLeast)
              .count()
          == atLeast;
    }

    private String inWords() {
      return " and at least " + atLeast + " different " + (fact == null ? "people" : fact.code());
    }
  }

  @Override
  public Finding on(Facts incident, Past past) {
    Finding own = matching.on(incident, Past.NONE);
    if (by.keysOf(incident).isEmpty()) {
      // nobody said where it happened or who had part in it, so it cannot be counted for them
      boolean none = incident.of(by.fact()).isPresent();
      SeenFact unknown =
          new SeenFact(
              by.fact().code(),
              "any",
              none ? SeenFact.NONE : SeenFact.NOT_YET_RECORDED,
              incident.incidentId());
      return new Finding(
          none || own.outcome() == Finding.Outcome.DOES_NOT_HOLD
              ? Finding.Outcome.DOES_NOT_HOLD
              : Finding.Outcome.NOT_YET_RECORDED,
          List.of(unknown),
          List.of(unknown));
    }
    Optional<Instant> counted = sinceLastEscalation ? past.countedUntil() : Optional.empty();
    List<Candidate> near =
        past.incidents().stream()
            .filter(other -> isNear(incident.happenedAt(), other.happenedAt()))
            .filter(other -> counted.isEmpty() || other.happenedAt().isAfter(counted.get()))
            .map(other -> new Candidate(other, outcomeOfMatching(other)))
            .toList();
    return finding(
        incident,
        own,
        count == null ? runAround(incident, near) : bestWindow(incident.happenedAt(), near));
  }

  /** The window that holds the incident and is worth most; of these, that of most matching ones. */
  private Window bestWindow(Instant moment, List<Candidate> near) {
    Window best = new Window(List.of());
    int first = 0;
    for (int last = 0; last < near.size(); last++) {
      Instant end = near.get(last).at();
      while (near.get(first).at().isBefore(end.minus(within))) {
        first++;
      }
      // a window that ended before the incident does not hold it
      if (!end.isBefore(moment)) {
        Window window = new Window(near.subList(first, last + 1));
        if (worth(window) > worth(best)
            || (worth(window) == worth(best)
                && window.matching().size() >= best.matching().size())) {
          best = window;
        }
      }
    }
    return best;
  }

  private int worth(Window window) {
    if (isEnough(window.matching())) {
      return 2;
    }
    return isEnough(window.notExcluded()) ? 1 : 0;
  }

  /** The run that the incident is in: back and forth to the next that is known not to match. */
  private Window runAround(Facts incident, List<Candidate> near) {
    int at = 0;
    while (at < near.size() && !near.get(at).facts().incidentId().equals(incident.incidentId())) {
      at++;
    }
    if (at == near.size()) {
      return new Window(List.of());
    }
    int first = at;
    while (first > 0 && near.get(first - 1).mayMatch()) {
      first--;
    }
    int last = at;
    while (last < near.size() - 1 && near.get(last + 1).mayMatch()) {
      last++;
    }
    return new Window(near.subList(first, last + 1));
  }

  private Finding finding(Facts incident, Finding own, Window window) {
    Finding.Outcome outcome;
    if (own.outcome() == Finding.Outcome.DOES_NOT_HOLD || !isEnough(window.notExcluded())) {
      outcome = Finding.Outcome.DOES_NOT_HOLD;
    } else if (own.holds() && isEnough(window.matching())) {
      outcome = Finding.Outcome.HOLDS;
    } else {
      outcome = Finding.Outcome.NOT_YET_RECORDED;
    }
    SeenFact counted =
        new SeenFact(SeenFact.INCIDENTS, sought(), String.valueOf(window.matching().size()), null);
    List<SeenFact> because = new ArrayList<>(List.of(counted));
    List<SeenFact> saw = new ArrayList<>(because);
    for (Candidate candidate : window.notExcluded()) {
      // other people's incidents are in the count alone; so are those that are known not to match,
      // because they could be hundreds
      if (candidate.facts().personId().equals(incident.personId())) {
        List<SeenFact> seen = matching.on(candidate.facts(), Past.NONE).because();
        saw.addAll(seen);
        if (candidate.matches()) {
          because.addAll(seen);
        }
      }
    }
    if (own.outcome() == Finding.Outcome.DOES_NOT_HOLD) {
      saw.addAll(own.saw());
    }
    return new Finding(
        outcome, saw, because, window.matching().stream().map(Candidate::facts).toList());
  }

  private boolean isEnough(List<Candidate> candidates) {
    boolean lasts =
        count == null
            ? !candidates.isEmpty()
                && Duration.between(
                            candidates.get(0).at(), candidates.get(candidates.size() - 1).at())
                        .compareTo(sustainedFor)
                    >= 0
            : candidates.size() >= count;
    return lasts
        && (distinct == null || distinct.isMetBy(candidates.stream().map(Candidate::facts)));
  }

  private boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(within) <= 0;
  }

  private String sought() {
    String asked =
        count == null
            ? "without a break for " + inWords(sustainedFor)
            : "at least " + count + " in " + inWords(within);
    return distinct == null ? asked : asked + distinct.inWords();
  }

  private static String inWords(Duration length) {
    return length.toDays() > 0 ? length.toDays() + " days" : length.toHours() + " hours";
  }

  @Override
  public Finding.Outcome outcome(Facts incident, Function<Pattern, Finding.Outcome> patterns) {
    return patterns.apply(this);
  }

  @Override
  public void check(Place place, Trigger on, boolean patternAllowed) {
    if (!patternAllowed) {
      place.refuse("a pattern may stand alone or in all, not in any, not or another pattern");
    }
    if (on != Trigger.INCIDENT) {
      place.refuse("a pattern counts incidents; this rule is on " + on);
    }
    if ((count == null) == (sustainedFor == null)) {
      place.refuse("say either count or sustainedFor");
    }
    if (count != null && (count < 2 || count > MOST)) {
      place.in("count").refuse("must be 2 to " + MOST);
    }
    if (within == null) {
      place.in("within").refuse("is missing: a window needs a limit, 1 hour to 366 days");
    } else {
      checkLength(place.in("within"), within);
      if (sustainedFor != null) {
        checkLength(place.in("sustainedFor"), sustainedFor);
        if (sustainedFor.compareTo(within) > 0) {
          place.in("sustainedFor").refuse("can never be: it is longer than within");
        }
      }
    }
    if (distinct != null) {
      distinct.check(place.in("distinct"), on, by);
    }
    if (place.has("matching", matching)) {
      matching.check(place.in("matching"), on, false);
    }
  }

  private static void checkLength(Place place, Duration length) {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      place.refuse("must be 1 hour to 366 days");
    }
  }

  /** This incident must match; that others do too can always be. */
  @Override
  public List<Demands> demands(boolean holds) {
    return matching.demands(holds);
  }

  @Override
  public Stream<Pattern> patterns() {
    return Stream.of(this);
  }

  /**
   * What the condition on each incident makes of one.
   *
   * @throws IllegalStateException never in a policy that was read: there is no pattern within one
   */
  Finding.Outcome outcomeOfMatching(Facts incident) {
    return matching.outcome(
        incident,
        inner -> {
          throw new IllegalStateException("a pattern within a pattern");
        });
  }

  private record Candidate(Facts facts, Finding.Outcome outcome) {
    Instant at() {
      return facts.happenedAt();
    }

    boolean matches() {
      return outcome == Finding.Outcome.HOLDS;
    }

    boolean mayMatch() {
      return outcome != Finding.Outcome.DOES_NOT_HOLD;
    }
  }

  private record Window(List<Candidate> candidates) {
    List<Candidate> matching() {
      return candidates.stream().filter(Candidate::matches).toList();
    }

    List<Candidate> notExcluded() {
      return candidates.stream().filter(Candidate::mayMatch).toList();
    }
  }
}
