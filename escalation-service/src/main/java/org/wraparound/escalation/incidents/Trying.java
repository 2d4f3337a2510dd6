package org.wraparound.escalation.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wraparound.escalation.policies.By;
import org.wraparound.escalation.policies.Facts;
import org.wraparound.escalation.policies.Policies;
import org.wraparound.escalation.policies.Policies.InForce;
import org.wraparound.escalation.policies.Policy;
import org.wraparound.escalation.policies.Simulation;
import org.wraparound.kit.Provenance;

/** Trying a policy on past incidents before it comes into force. */
@ApplicationScoped
class Trying {
  private final Policies policies;
  private final Incidents incidents;
  private final Provenance provenance;

  Trying(Policies policies, Incidents incidents, Provenance provenance) {
    this.policies = policies;
    this.incidents = incidents;
    this.provenance = provenance;
  }

  /** Both policies side by side. */
  private record Two(Policy tried, Policy inForce) {
    /** Incidents before the time looked at that its patterns count. */
    Duration before(Predicate<By> kind) {
      return Stream.of(tried, inForce)
          .flatMap(policy -> policy.longestWindow(kind).stream())
          .max(Duration::compareTo)
          .orElse(Duration.ZERO);
    }
  }

  @Transactional
  Trial run(int version, RunTrial command) {
    command.mustBeATime();
    Policies.Written policy = policies.written(version, provenance.caller());
    InForce inForce = policies.inForce(policy.owner());
    Two two = new Two(policy.policy(), inForce.policy());
    Instant from = command.from();
    Trial.Count count = new Trial.Count(from);
    runByPerson(two, command, count);
    runAcrossPeople(two, command, count);
    return count.result(version, inForce.version(), command.to());
  }

  private void runByPerson(Two two, RunTrial command, Trial.Count count) {
    Simulation tried = Simulation.ofPeople(two.tried());
    Simulation inForce = Simulation.ofPeople(two.inForce());
    Instant earliest = command.from().minus(two.before(by -> !by.isAcrossPeople()));
    try (Stream<Facts> stream = incidents.byPerson(earliest, command.to())) {
      stream.forEach(
          incident -> {
            String person = incident.personId().toString();
            var byTried = tried.on(person, incident);
            var byInForce = inForce.on(person, incident);
            if (!incident.happenedAt().isBefore(command.from())) {
              count.incident(incident);
              count.fired(incident, byTried, byInForce);
            }
          });
    }
  }

  private void runAcrossPeople(Two two, RunTrial command, Trial.Count count) {
    Map<By, List<Simulation>> simulations = new EnumMap<>(By.class);
    for (By by : By.values()) {
      simulations.put(
          by, List.of(Simulation.across(two.tried(), by), Simulation.across(two.inForce(), by)));
    }
    Instant earliest = command.from().minus(two.before(By::isAcrossPeople));
    try (Stream<Incidents.Keyed> stream = incidents.byKey(earliest, command.to())) {
      stream.forEach(
          keyed -> {
            Facts incident = keyed.facts();
            List<Simulation> both = simulations.get(By.ofKey(keyed.code()));
            var byTried = both.get(0).on(keyed.code(), incident);
            var byInForce = both.get(1).on(keyed.code(), incident);
            if (!incident.happenedAt().isBefore(command.from())) {
              count.fired(incident, byTried, byInForce);
            }
          });
    }
  }
}
