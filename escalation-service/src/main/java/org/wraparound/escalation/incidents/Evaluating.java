package org.wraparound.escalation.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wraparound.escalation.escalations.Firing;
import org.wraparound.escalation.escalations.Raising;
import org.wraparound.escalation.policies.Facts;
import org.wraparound.escalation.policies.Policies;
import org.wraparound.escalation.policies.Policies.PolicyVersion;
import org.wraparound.escalation.policies.Policy.Judgement;
import org.wraparound.escalation.policies.SeenFact;
import org.wraparound.kit.Ids;

/** Applying the policy in force to an incident, and raising what follows. */
@ApplicationScoped
class Evaluating {
  private final Policies policies;
  private final Incidents incidents;
  private final Evaluations evaluations;
  private final Raising raising;
  private final Clock clock;

  Evaluating(
      Policies policies,
      Incidents incidents,
      Evaluations evaluations,
      Raising raising,
      Clock clock) {
    this.policies = policies;
    this.incidents = incidents;
    this.evaluations = evaluations;
    this.raising = raising;
    this.clock = clock;
  }

  /** Evaluates an incident that has just been stored. */
  void evaluate(IncidentFacts incident) {
    PolicyVersion inForce = policies.inForce();
    Facts facts = incident.facts();
    // all that any pattern of the policy can look at, fetched once
    List<Facts> history =
        inForce
            .policy()
            .longestWindow()
            .map(window -> incidents.around(incident.personId(), facts.happenedAt(), window))
            .orElseGet(() -> List.of(facts));
    List<Judgement> judgements = inForce.policy().judge(facts, history);
    Set<String> open = openPatterns(incident.personId(), judgements);

    List<RuleResult> results = new ArrayList<>();
    List<Firing> firings = new ArrayList<>();
    for (Judgement judgement : judgements) {
      RuleResult.Outcome outcome = outcomeOf(judgement, open);
      UUID thresholdId = null;
      if (outcome == RuleResult.Outcome.FIRED) {
        thresholdId = Ids.next();
        firings.add(
            new Firing(
                thresholdId,
                judgement.rule(),
                inForce.version(),
                incident.personId(),
                incident.agency(),
                incident.id(),
                incidentsOf(judgement, incident.id(), history),
                judgement.finding().because()));
      }
      results.add(
          new RuleResult(
              judgement.rule().code(),
              judgement.rule().title(),
              outcome,
              thresholdId,
              judgement.finding().saw()));
    }
    evaluations.persist(new Evaluation(incident, inForce.version(), clock.instant(), results));
    if (!firings.isEmpty()) {
      raising.raise(incident.personId(), firings);
    }
  }

  /** Asks for open escalations only when a pattern holds, which is seldom. */
  private Set<String> openPatterns(UUID personId, List<Judgement> judgements) {
    boolean needed = judgements.stream().anyMatch(j -> j.finding().holds() && j.rule().isPattern());
    return needed ? raising.openPatterns(personId) : Set.of();
  }

  private static RuleResult.Outcome outcomeOf(Judgement judgement, Set<String> open) {
    return switch (judgement.finding().outcome()) {
      case HOLDS ->
          open.contains(judgement.rule().code())
              ? RuleResult.Outcome.ALREADY_OPEN
              : RuleResult.Outcome.FIRED;
      case DOES_NOT_HOLD -> RuleResult.Outcome.NOT_MET;
      case NOT_YET_RECORDED -> RuleResult.Outcome.NOT_YET_RECORDED;
    };
  }

  /** The incidents a rule fired on, the new one among them, in the order in which they happened. */
  private static List<UUID> incidentsOf(Judgement judgement, UUID incidentId, List<Facts> history) {
    Set<UUID> named = new HashSet<>(List.of(incidentId));
    judgement.finding().because().stream()
        .map(SeenFact::incidentId)
        .filter(id -> id != null)
        .forEach(named::add);
    return history.stream().map(Facts::incidentId).filter(named::contains).toList();
  }
}
