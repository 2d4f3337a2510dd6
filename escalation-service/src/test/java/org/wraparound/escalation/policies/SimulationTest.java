package org.wraparound.escalation.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A trial says what the thresholds themselves would have said. */
class SimulationTest {
  private static final Policy POLICY = PolicyTest.defaultPolicy();

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTrialOfPastIncidentsRaisesWhatWouldHaveBeenRaisedAsTheyHappened(long seed) {
    Random random = new Random(seed);
    List<Facts> happened = incidents(random);
    List<Simulation> simulations = new ArrayList<>(List.of(Simulation.ofPeople(POLICY)));
    List<By> kinds = new ArrayList<>(List.of(By.PERSON));
    for (By by : By.values()) {
      if (by.isAcrossPeople()) {
        simulations.add(Simulation.across(POLICY, by));
        kinds.add(by);
      }
    }
    for (int kind = 0; kind < kinds.size(); kind++) {
      By by = kinds.get(kind);
      List<String> keys =
          happened.stream().flatMap(one -> by.keysOf(one).stream()).distinct().sorted().toList();
      for (String key : keys) {
        List<Facts> ofKey = happened.stream().filter(one -> by.keysOf(one).contains(key)).toList();
        List<String> asTheyHappened = asTheyHappened(by, ofKey);
        List<String> tried = new ArrayList<>();
        for (Facts incident : ofKey) {
          for (Rule rule : simulations.get(kind).on(key, incident)) {
            tried.add(rule.code() + " " + incident.incidentId());
          }
        }
        assertThat(tried).isEqualTo(asTheyHappened);
      }
    }
  }

  /** Each judged in full, with what was known then; a pattern is open until it must be decided. */
  private static List<String> asTheyHappened(By by, List<Facts> ofKey) {
    List<Rule> rules =
        POLICY
            .rulesOn(Trigger.INCIDENT)
            .filter(
                rule ->
                    by == By.PERSON
                        ? rule.by().filter(By::isAcrossPeople).isEmpty()
                        : rule.by().filter(by::equals).isPresent())
            .toList();
    Map<String, Instant> openUntil = new HashMap<>();
    Map<String, Instant> countedUntil = new HashMap<>();
    List<String> raised = new ArrayList<>();
    for (int i = 0; i < ofKey.size(); i++) {
      Facts incident = ofKey.get(i);
      for (Rule rule : rules) {
        Past past = Pasts.of(ofKey.subList(0, i + 1), countedUntil.get(rule.code()));
        boolean open =
            rule.isPattern()
                && incident.happenedAt().isBefore(openUntil.getOrDefault(rule.code(), Instant.MIN));
        if (!open && rule.when().on(incident, past).holds()) {
          raised.add(rule.code() + " " + incident.incidentId());
          countedUntil.put(rule.code(), incident.happenedAt());
          rule.routes().stream()
              .map(
                  routing ->
                      routing.decideBy(
                          routing.acknowledgeBy(incident.happenedAt(), POLICY.workingHours()),
                          POLICY.workingHours()))
              .max(Comparator.naturalOrder())
              .ifPresent(until -> openUntil.put(rule.code(), until));
        }
      }
    }
    return raised;
  }

  private static List<Facts> incidents(Random random) {
    List<UUID> people = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
    List<Facts> incidents = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Map<String, List<String>> known = new HashMap<>();
      known.put("kind", List.of(random.nextInt(3) == 0 ? "SELF_NEGLECT" : "INJURY"));
      known.put("settingId", List.of("HOUSE-" + random.nextInt(2)));
      known.put("workerRef", List.of("STAFF-" + random.nextInt(2)));
      for (String flag : List.of("supportRefused", "propertyDamaged", "othersThreatened")) {
        if (random.nextInt(6) > 0) {
          known.put(flag, List.of(String.valueOf(random.nextBoolean())));
        }
      }
      if (random.nextInt(6) > 0) {
        known.put("physicalHarm", List.of(random.nextBoolean() ? "NONE" : "MODERATE"));
      }
      known.put("restrictiveIntervention", random.nextBoolean() ? List.of("13") : List.of());
      if (random.nextBoolean()) {
        known.put("allegationType", List.of("PHYSICAL"));
        known.put("allegationSourceRef", List.of("SOURCE-" + random.nextInt(3)));
      }
      incidents.add(
          new Facts(
              new UUID(random.nextLong(), random.nextLong()),
              people.get(random.nextInt(people.size())),
              "OAKFIELD",
              Instant.EPOCH.plus(Duration.ofMinutes(random.nextInt(90 * 24 * 60))),
              known));
    }
    incidents.sort(Comparator.comparing(Facts::happenedAt).thenComparing(Facts::incidentId));
    return incidents;
  }
}
