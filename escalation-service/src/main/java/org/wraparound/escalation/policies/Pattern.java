package org.wraparound.escalation.policies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * At least so many of the person's incidents, this one among them, match a condition within a
 * rolling window.
 *
 * <p>Every window that holds this incident counts, not only the one that ends with it: an incident
 * that is recorded late can complete a window of incidents that happened after it. So whichever of
 * its incidents arrives last completes the pattern, and whether the pattern fires does not depend
 * on the order of arrival; which incidents the firing names may, because it names those known then.
 *
 * @param count fewest incidents, 2 to 100
 * @param within length of the window, 1 hour to 366 days; incidents exactly that far apart are both
 *     in it
 * @param matching what each of them must be
 */
public record Pattern(int count, Duration within, Condition matching) implements Condition {
  private static final int MOST = 100;
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  @Override
  public Finding on(Facts incident, List<Facts> history) {
    List<Candidate> near =
        history.stream()
            .filter(other -> isNear(incident.happenedAt(), other.happenedAt()))
            .map(other -> new Candidate(other, matching.on(other, List.of())))
            .toList();
    Window best = new Window(List.of());
    boolean possible = false;
    int first = 0;
    for (int last = 0; last < near.size(); last++) {
      Instant end = near.get(last).at();
      while (near.get(first).at().isBefore(end.minus(within))) {
        first++;
      }
      // a window that ended before the incident does not hold it
      if (!end.isBefore(incident.happenedAt())) {
        Window window = new Window(near.subList(first, last + 1));
        possible |= window.notExcluded() >= count;
        if (window.matches() >= best.matches()) {
          best = window;
        }
      }
    }
    return finding(incident, best, possible);
  }

  private Finding finding(Facts incident, Window window, boolean possible) {
    Finding own = matching.on(incident, List.of());
    Finding.Outcome outcome;
    if (own.outcome() == Finding.Outcome.DOES_NOT_HOLD || !possible) {
      outcome = Finding.Outcome.DOES_NOT_HOLD;
    } else if (own.holds() && window.matches() >= count) {
      outcome = Finding.Outcome.HOLDS;
    } else {
      outcome = Finding.Outcome.NOT_YET_RECORDED;
    }
    SeenFact counted =
        new SeenFact(SeenFact.INCIDENTS, sought(), String.valueOf(window.matches()), null);
    List<SeenFact> because = new ArrayList<>(List.of(counted));
    List<SeenFact> saw = new ArrayList<>(because);
    for (Candidate candidate : window.candidates()) {
      if (candidate.finding().holds()) {
        because.addAll(candidate.finding().because());
      }
      // those that are known not to match are in the count alone: they could be hundreds
      if (candidate.finding().outcome() != Finding.Outcome.DOES_NOT_HOLD) {
        saw.addAll(candidate.finding().because());
      }
    }
    if (own.outcome() == Finding.Outcome.DOES_NOT_HOLD) {
      saw.addAll(own.saw());
    }
    return new Finding(outcome, saw, because);
  }

  private boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(within) <= 0;
  }

  private String sought() {
    String length = within.toDays() > 0 ? within.toDays() + " days" : within.toHours() + " hours";
    return "at least " + count + " in " + length;
  }

  @Override
  public void check(Place place, boolean patternAllowed) {
    if (!patternAllowed) {
      place.refuse("a pattern may stand alone or in all, not in any, not or another pattern");
    }
    if (count < 2 || count > MOST) {
      place.in("count").refuse("must be 2 to " + MOST);
    }
    if (place.has("within", within)
        && (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0)) {
      place.in("within").refuse("must be 1 hour to 366 days");
    }
    if (place.has("matching", matching)) {
      matching.check(place.in("matching"), false);
    }
  }

  @Override
  public Stream<Pattern> patterns() {
    return Stream.of(this);
  }

  private record Candidate(Facts facts, Finding finding) {
    Instant at() {
      return facts.happenedAt();
    }
  }

  private record Window(List<Candidate> candidates) {
    long matches() {
      return candidates.stream().filter(candidate -> candidate.finding().holds()).count();
    }

    long notExcluded() {
      return candidates.stream()
          .filter(c -> c.finding().outcome() != Finding.Outcome.DOES_NOT_HOLD)
          .count();
    }
  }
}
