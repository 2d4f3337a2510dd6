package org.wraparound.escalation.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thresholds are the same whatever the order in which incidents become known. Which incidents a
 * pattern's escalation names may differ, because it names those known when it was raised.
 */
class ArrivalOrderTest {
  private static final Policy POLICY = PolicyTest.defaultPolicy();
  private static final UUID PERSON = new UUID(0, 1);

  /** Those that do not look at what happened in between, or at what was escalated before. */
  private static final List<Rule> RULES =
      POLICY
          .rulesOn(Trigger.INCIDENT)
          .filter(
              rule ->
                  rule.when()
                      .patterns()
                      .allMatch(p -> p.count() != null && !p.sinceLastEscalation()))
          .toList();

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameFactsFireTheSameRulesInAnyOrderOfArrival(long seed) {
    Random random = new Random(seed);
    List<Facts> incidents = incidents(random);
    Set<String> expected = firings(incidents);
    assertThat(patternsOf(expected)).isEqualTo(patternsByTheBook(incidents));
    for (int i = 0; i < 4; i++) {
      Collections.shuffle(incidents, random);
      assertThat(firings(incidents)).isEqualTo(expected);
    }
  }

  private static List<Facts> incidents(Random random) {
    List<Facts> incidents = new ArrayList<>();
    int count = 1 + random.nextInt(14);
    for (int i = 0; i < count; i++) {
      Map<String, List<String>> known = new HashMap<>();
      for (String flag : List.of("supportRefused", "propertyDamaged", "othersThreatened")) {
        if (random.nextInt(8) > 0) {
          known.put(flag, List.of(String.valueOf(random.nextInt(3) > 0)));
        }
      }
      if (random.nextInt(8) > 0) {
        known.put("restrictiveIntervention", random.nextBoolean() ? List.of("13") : List.of());
      }
      if (random.nextInt(4) == 0) {
        known.put("allegationType", List.of("PHYSICAL"));
      }
      incidents.add(
          new Facts(
              new UUID(random.nextLong(), random.nextLong()),
              PERSON,
              "OAKFIELD",
              Instant.EPOCH.plus(Duration.ofHours(random.nextInt(60 * 24))),
              known));
    }
    return incidents;
  }

  /** What is raised when they arrive in this order: "rule" for a pattern, "rule incident" else. */
  private static Set<String> firings(List<Facts> arriving) {
    Set<String> raised = new TreeSet<>();
    List<Facts> stored = new ArrayList<>();
    for (Facts incident : arriving) {
      stored.add(incident);
      for (Rule rule : RULES) {
        for (String key : rule.by().orElse(By.PERSON).keysOf(incident)) {
          List<Facts> history =
              stored.stream()
                  .filter(other -> rule.by().orElse(By.PERSON).keysOf(other).contains(key))
                  .toList();
          if (rule.when().on(incident, Pasts.of(history)).holds()) {
            raised.add(
                rule.isPattern()
                    ? rule.code() + " " + key
                    : rule.code() + " on " + incident.incidentId());
          }
        }
      }
    }
    return raised;
  }

  private static Set<String> patternsOf(Set<String> firings) {
    Set<String> patterns = new HashSet<>(firings);
    patterns.removeIf(firing -> firing.contains(" on "));
    return patterns;
  }

  /** Straight from the definition: some window that begins with an incident holds enough. */
  private static Set<String> patternsByTheBook(List<Facts> incidents) {
    Set<String> patterns = new HashSet<>();
    for (Rule rule : RULES) {
      if (rule.when() instanceof Pattern pattern && pattern.distinct() == null) {
        for (Facts first : incidents) {
          for (String key : pattern.by().keysOf(first)) {
            long matching =
                incidents.stream()
                    .filter(other -> pattern.by().keysOf(other).contains(key))
                    .filter(other -> !other.happenedAt().isBefore(first.happenedAt()))
                    .filter(
                        other ->
                            !other.happenedAt().isAfter(first.happenedAt().plus(pattern.within())))
                    .filter(other -> pattern.matching().on(other, Past.NONE).holds())
                    .count();
            if (matching >= pattern.count()) {
              patterns.add(rule.code() + " " + key);
            }
          }
        }
      }
    }
    return patterns;
  }

  /** The day's events of many people, each person's in order, however they come in between. */
  private static List<Facts> interleaved(List<List<Facts>> byPerson, Random random) {
    List<Deque<Facts>> waiting = new ArrayList<>();
    byPerson.forEach(events -> waiting.add(new ArrayDeque<>(events)));
    List<Facts> arriving = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Deque<Facts> next = waiting.get(random.nextInt(waiting.size()));
      arriving.add(next.removeFirst());
      if (next.isEmpty()) {
        waiting.remove(next);
      }
    }
    return arriving;
  }

  /** What is raised, with what stays open: "rule route of whom or what". */
  private static Set<String> escalations(List<Facts> arriving) {
    Set<String> open = new HashSet<>();
    Set<String> raised = new TreeSet<>();
    List<Facts> stored = new ArrayList<>();
    for (Facts incident : arriving) {
      stored.add(incident);
      POLICY
          .rulesOn(Trigger.INCIDENT)
          .forEach(
              rule -> {
                By by = rule.by().orElse(By.PERSON);
                for (String key : by.keysOf(incident)) {
                  Past past =
                      Pasts.of(
                          stored.stream().filter(one -> by.keysOf(one).contains(key)).toList());
                  String of = rule.isPattern() ? key : incident.incidentId().toString();
                  if (rule.when().on(incident, past).holds() && open.add(rule.code() + of)) {
                    rule.routes()
                        .forEach(to -> raised.add(rule.code() + " " + to.route() + " of " + of));
                  }
                }
              });
    }
    return raised;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDayOfManyPeopleRaisesTheSameHoweverTheirEventsAreInterleaved(long seed) {
    Random random = new Random(seed);
    List<List<Facts>> byPerson = new ArrayList<>();
    for (int person = 0; person < 5; person++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      byPerson.add(incidents(random).stream().map(one -> elsewhere(one, id, random)).toList());
    }
    Set<String> expected = escalations(interleaved(byPerson, random));
    for (int i = 0; i < 3; i++) {
      assertThat(escalations(interleaved(byPerson, random))).isEqualTo(expected);
    }
  }

  /** The same of another person, in a setting, with a source and a worker that others know too. */
  private static Facts elsewhere(Facts incident, UUID person, Random random) {
    Map<String, List<String>> known = new HashMap<>(incident.known());
    known.put("settingId", List.of("HOUSE-" + random.nextInt(2)));
    known.put("kind", List.of(random.nextBoolean() ? "INJURY" : "OTHER"));
    known.put("physicalHarm", List.of(random.nextBoolean() ? "MODERATE" : "NONE"));
    if (known.containsKey("allegationType")) {
      known.put("allegationSourceRef", List.of("SOURCE-" + random.nextInt(3)));
    }
    known.put("workerRef", List.of("STAFF-" + random.nextInt(2)));
    return new Facts(incident.incidentId(), person, "OAKFIELD", incident.happenedAt(), known);
  }
}
