package org.wraparound.escalation.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.wraparound.escalation.escalations.Firing;
import org.wraparound.escalation.escalations.Raising;
import org.wraparound.escalation.escalations.Raising.Raised;
import org.wraparound.escalation.incidents.RuleResult.Outcome;
import org.wraparound.escalation.incidents.RuleResult.RouteResult;
import org.wraparound.escalation.policies.By;
import org.wraparound.escalation.policies.Facts;
import org.wraparound.escalation.policies.Past;
import org.wraparound.escalation.policies.Policies;
import org.wraparound.escalation.policies.Policies.InForce;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.Trigger;
import org.wraparound.kit.Ids;
import org.wraparound.kit.inbox.ReceivedEvent;

/** Putting what happened to the thresholds that apply, and raising what follows. */
@ApplicationScoped
class Evaluating {
  private static final Logger LOG = Logger.getLogger(Evaluating.class);

  private final Policies policies;
  private final Incidents incidents;
  private final Evaluations evaluations;
  private final Raising raising;
  private final EvaluationConfig config;
  private final Clock clock;

  Evaluating(
      Policies policies,
      Incidents incidents,
      Evaluations evaluations,
      Raising raising,
      EvaluationConfig config,
      Clock clock) {
    this.policies = policies;
    this.incidents = incidents;
    this.evaluations = evaluations;
    this.raising = raising;
    this.config = config;
    this.clock = clock;
  }

  /** Evaluates an incident whose facts, as they now stand, have been stored. */
  void evaluate(IncidentFacts incident, Cause cause, ReceivedEvent event) {
    if (isShort(event)) {
      evaluate(Trigger.INCIDENT, incident.facts(), cause, incident.nextEvaluation());
    }
  }

  /** Evaluates something else, once. */
  void evaluate(Trigger trigger, Facts subject, ReceivedEvent event) {
    if (isShort(event) && !evaluations.hasOneOf(subject.incidentId())) {
      evaluate(trigger, subject, Cause.RECORDED, 1);
    }
  }

  private boolean isShort(ReceivedEvent event) {
    boolean followed = event.causationDepth() <= config.deepestCausation();
    if (!followed) {
      LOG.warnf(
          "%s of %s not evaluated: %d events led to it, the chain is cut",
          event.type(), event.subject(), event.causationDepth());
    }
    return followed;
  }

  private void evaluate(Trigger trigger, Facts subject, Cause cause, int number) {
    Instant now = clock.instant();
    List<InForce> applying = policies.applying(subject.personId(), subject.provider());
    Looking looking = new Looking(trigger, subject, cause, applying);
    List<Judgement> judgements =
        applying.stream().flatMap(policy -> judge(policy, looking).stream()).toList();
    List<Judgement> met = judgements.stream().filter(one -> one.finding().holds()).toList();
    Choosing choosing = new Choosing(now, met, looking.saidBefore(met));

    List<RuleResult> results = new ArrayList<>();
    List<Firing> firings = new ArrayList<>();
    Map<String, UUID> thresholds = new HashMap<>();
    for (Judgement judgement : judgements) {
      List<RouteResult> routes = choosing.resultsOf(judgement);
      List<Rule.Routing> won = choosing.wonBy(judgement);
      Rule rule = judgement.rule();
      UUID thresholdId = null;
      if (!won.isEmpty()) {
        // one firing, though two policies may each have won a route of it
        thresholdId = thresholds.computeIfAbsent(judgement.slot(), slot -> Ids.next());
        firings.add(firing(trigger, subject, judgement, thresholdId, won));
      }
      results.add(
          new RuleResult(
              judgement.policy().version(),
              rule.code(),
              rule.title(),
              outcomeOf(judgement, routes),
              thresholdId,
              judgement.key(),
              routes,
              judgement.finding().saw()));
    }
    evaluations.persist(new Evaluation(trigger, subject, cause, number, applying, now, results));
    if (!firings.isEmpty()) {
      raising.raise(subject.personId(), firings);
    }
  }

  private static List<Judgement> judge(InForce policy, Looking looking) {
    List<Judgement> judgements = new ArrayList<>();
    policy
        .policy()
        .rulesOn(looking.trigger)
        .forEach(
            rule -> {
              List<String> keys = rule.by().map(by -> by.keysOf(looking.subject)).orElse(List.of());
              if (keys.isEmpty()) {
                judgements.add(
                    new Judgement(policy, rule, null, rule.when().on(looking.subject, Past.NONE)));
              }
              for (String key : keys) {
                judgements.add(
                    new Judgement(
                        policy,
                        rule,
                        key,
                        rule.when().on(looking.subject, looking.past(rule, key))));
              }
            });
    return judgements;
  }

  private static Outcome outcomeOf(Judgement judgement, List<RouteResult> routes) {
    return switch (judgement.finding().outcome()) {
      case NOT_YET_RECORDED -> Outcome.NOT_YET_RECORDED;
      case DOES_NOT_HOLD -> Outcome.NOT_MET;
      case HOLDS -> routes.stream().map(RouteResult::outcome).min(Enum::compareTo).orElseThrow();
    };
  }

  private static Firing firing(
      Trigger trigger,
      Facts subject,
      Judgement judgement,
      UUID thresholdId,
      List<Rule.Routing> routes) {
    Rule rule = judgement.rule();
    List<Facts> counted = judgement.finding().counted();
    List<UUID> ofThePerson =
        counted.stream()
            .filter(other -> other.personId().equals(subject.personId()))
            .map(Facts::incidentId)
            .toList();
    boolean isIncident = trigger == Trigger.INCIDENT;
    return new Firing(
        thresholdId,
        rule.code(),
        rule.tier(),
        rule.title(),
        rule.why(),
        judgement.policy().version(),
        judgement.policy().policy().workingHours(),
        routes,
        rule.proposeStepUp(),
        subject.personId(),
        subject.provider(),
        trigger,
        subject.incidentId(),
        subject.setting(),
        isIncident && counted.isEmpty() ? List.of(subject.incidentId()) : ofThePerson,
        isIncident && counted.isEmpty()
            ? List.of(subject.incidentId())
            : counted.stream().map(Facts::incidentId).toList(),
        judgement.finding().because(),
        judgement.key(),
        counted.stream().map(Facts::happenedAt).max(Instant::compareTo).orElse(null));
  }

  /** What is looked at, and what there is to look back at; read once, and only where needed. */
  private final class Looking {
    private final Trigger trigger;
    private final Facts subject;
    private final Cause cause;
    private final Map<String, List<Facts>> histories = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private List<Raised> raised;

    Looking(Trigger trigger, Facts subject, Cause cause, List<InForce> applying) {
      this.trigger = trigger;
      this.subject = subject;
      this.cause = cause;
      if (trigger != Trigger.INCIDENT) {
        return;
      }
      for (By by : By.values()) {
        boolean counted =
            applying.stream()
                .flatMap(policy -> policy.policy().rulesOn(trigger))
                .anyMatch(rule -> rule.by().equals(Optional.of(by)));
        if (counted) {
          keys.addAll(by.keysOf(subject));
        }
      }
      applying.stream()
          .flatMap(policy -> policy.policy().longestWindow(by -> !by.isAcrossPeople()).stream())
          .max(Duration::compareTo)
          .ifPresent(
              window ->
                  histories.put(
                      By.PERSON.keysOf(subject).get(0),
                      incidents.around(subject.personId(), subject.happenedAt(), window)));
      lookAcrossPeople(applying);
    }

    /**
     * Only where the incident itself would count: most do not, and the locks are held till then.
     */
    private void lookAcrossPeople(List<InForce> applying) {
      List<String> across =
          applying.stream()
              .flatMap(policy -> policy.policy().rulesOn(trigger))
              .filter(rule -> rule.by().filter(By::isAcrossPeople).isPresent())
              .filter(rule -> rule.mayCount(subject))
              .flatMap(rule -> rule.by().orElseThrow().keysOf(subject).stream())
              .distinct()
              .toList();
      if (across.isEmpty()) {
        return;
      }
      incidents.lock(across);
      applying.stream()
          .flatMap(policy -> policy.policy().longestWindow(By::isAcrossPeople).stream())
          .max(Duration::compareTo)
          .ifPresent(
              window -> histories.putAll(incidents.around(across, subject.happenedAt(), window)));
    }

    Past past(Rule rule, String key) {
      return new Past() {
        @Override
        public List<Facts> incidents() {
          return histories.getOrDefault(key, List.of());
        }

        @Override
        public Optional<Instant> countedUntil() {
          return raised().stream()
              .filter(one -> one.ruleCode().equals(rule.code()) && key.equals(one.patternKey()))
              .map(Raised::countedUntil)
              .max(Instant::compareTo);
        }
      };
    }

    /** Asked only when it matters, which is seldom: what is new has not been raised before. */
    List<Raised> saidBefore(List<Judgement> met) {
      boolean matters =
          cause == Cause.RECORDED
              ? met.stream().anyMatch(judgement -> judgement.key() != null)
              : !met.isEmpty();
      return matters ? raised() : List.of();
    }

    /** What was raised before of the same patterns, or of this very incident. */
    private List<Raised> raised() {
      if (raised == null) {
        raised =
            cause == Cause.RECORDED
                ? raising.ofPatterns(keys)
                : raising.ofPatternsOr(keys, subject.incidentId());
      }
      return raised;
    }
  }
}
