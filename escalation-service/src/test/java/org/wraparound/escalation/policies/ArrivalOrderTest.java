package org.wraparound.escalation.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
  private static final Comparator<Facts> AS_THEY_HAPPENED =
      Comparator.comparing(Facts::happenedAt).thenComparing(Facts::incidentId);

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameFactsFireTheSameRulesInAnyOrderOfArrival(long seed) {
    Random random = new Random(seed);
    List<Facts> incidents = incidents(random);
    Set<String> expected = firings(incidents);
    assertThat(patternsOf(expected)).isEqualTo(patternsByTheBook(incidents));
    for (int i = 0; i < 10; i++) {
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
      List<Facts> history =
          stored.stream()
              .filter(
                  other ->
                      Duration.between(incident.happenedAt(), other.happenedAt())
                              .abs()
                              .compareTo(POLICY.longestWindow().orElseThrow())
                          <= 0)
              .sorted(AS_THEY_HAPPENED)
              .toList();
      for (Policy.Judgement judgement : POLICY.judge(incident, history)) {
        if (judgement.finding().holds()) {
          raised.add(
              judgement.rule().isPattern()
                  ? judgement.rule().code()
                  : judgement.rule().code() + " " + incident.incidentId());
        }
      }
    }
    return raised;
  }

  private static Set<String> patternsOf(Set<String> firings) {
    Set<String> patterns = new HashSet<>(firings);
    patterns.removeIf(firing -> firing.contains(" "));
    return patterns;
  }

  /** Straight from the definition: some window that begins with an incident holds enough. */
  private static Set<String> patternsByTheBook(List<Facts> incidents) {
    Set<String> patterns = new HashSet<>();
    for (Rule rule : POLICY.rules()) {
      if (rule.when() instanceof Pattern pattern) {
        for (Facts first : incidents) {
          long matching =
              incidents.stream()
                  .filter(other -> !other.happenedAt().isBefore(first.happenedAt()))
                  .filter(
                      other ->
                          !other.happenedAt().isAfter(first.happenedAt().plus(pattern.within())))
                  .filter(other -> pattern.matching().on(other, List.of()).holds())
                  .count();
          if (matching >= pattern.count()) {
            patterns.add(rule.code());
          }
        }
      }
    }
    return patterns;
  }
}
