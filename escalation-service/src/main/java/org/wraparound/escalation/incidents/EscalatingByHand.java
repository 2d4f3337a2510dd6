package org.wraparound.escalation.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.escalations.Firing;
import org.wraparound.escalation.escalations.Raising;
import org.wraparound.escalation.overrides.OverrideView;
import org.wraparound.escalation.overrides.Overrides;
import org.wraparound.escalation.overrides.ThresholdOverride;
import org.wraparound.escalation.policies.Policies;
import org.wraparound.escalation.policies.Policies.InForce;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.Trigger;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.web.ProblemException;

/** Escalating what crosses no threshold, because someone judges that it must be known. */
@ApplicationScoped
class EscalatingByHand {
  /** Stands in the place of a rule. */
  static final String BY_HAND = "RAISED_BY_HAND";

  private final Evaluations evaluations;
  private final Incidents incidents;
  private final Policies policies;
  private final Raising raising;
  private final Overrides overrides;
  private final Provenance provenance;
  private final Clock clock;

  EscalatingByHand(
      Evaluations evaluations,
      Incidents incidents,
      Policies policies,
      Raising raising,
      Overrides overrides,
      Provenance provenance,
      Clock clock) {
    this.evaluations = evaluations;
    this.incidents = incidents;
    this.policies = policies;
    this.raising = raising;
    this.overrides = overrides;
    this.provenance = provenance;
    this.clock = clock;
  }

  /** Where its clocks, ladder and tier come from. */
  private record Model(InForce policy, Rule rule, Rule.Routing routing) {
    int height() {
      return policy.policy().tiers().indexOf(rule.tier());
    }
  }

  @Transactional
  OverrideView escalate(UUID evaluationId, EscalateByHand command) {
    Evaluation evaluation =
        evaluations
            .findByIdOptional(evaluationId)
            .orElseThrow(() -> ProblemException.notFound("evaluation", evaluationId));
    UUID subject = evaluation.subjectId();
    boolean known =
        raising.ofPatternsOr(List.of(), subject).stream()
            .anyMatch(one -> one.route() == command.route() && one.isOpen());
    if (known) {
      throw ProblemException.conflict(
          "This has been escalated to " + command.route() + " already and is still open.",
          URI.create(
              "/v1/escalations?route=%s&personId=%s"
                  .formatted(command.route(), evaluation.personId())));
    }
    Model model = modelOf(evaluation, command.route());
    Caller caller = provenance.caller();
    boolean isIncident = evaluation.trigger() == Trigger.INCIDENT;
    Firing firing =
        new Firing(
            Ids.next(),
            BY_HAND,
            model.rule().tier(),
            "Someone judged that this must be known",
            "No rule asks for it. Someone who knows of it has judged that it must be answered all the"
                + " same; their reason is kept with the override.",
            model.policy().version(),
            model.policy().policy().workingHours(),
            List.of(model.routing().withoutActions()),
            false,
            evaluation.personId(),
            evaluation.agency(),
            evaluation.trigger(),
            subject,
            incidents.findByIdOptional(subject).map(i -> i.facts().setting()).orElse(null),
            isIncident ? List.of(subject) : List.of(),
            List.of(subject),
            List.of(),
            null,
            null);
    UUID escalationId = raising.raise(evaluation.personId(), List.of(firing)).get(0);
    ThresholdOverride made =
        new ThresholdOverride(
            ThresholdOverride.Kind.ESCALATED_BELOW_THRESHOLD,
            evaluation.personId(),
            evaluation.agency(),
            evaluationId,
            escalationId,
            BY_HAND,
            model.rule().tier(),
            command.route(),
            command.reason(),
            caller,
            clock.instant());
    overrides.add(made);
    return made.view();
  }

  /** The least serious rule to the route: what is raised by hand is below the threshold. */
  private Model modelOf(Evaluation evaluation, Route route) {
    return policies.applying(evaluation.personId(), evaluation.agency()).stream()
        .flatMap(
            policy ->
                policy.policy().rules().stream()
                    .flatMap(
                        rule ->
                            rule.routes().stream()
                                .filter(routing -> routing.route() == route)
                                .map(routing -> new Model(policy, rule, routing))))
        .min(
            Comparator.comparing(Model::height)
                .thenComparing(model -> model.routing().acknowledgeWithin()))
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "route", "no rule of the policies that apply goes to " + route));
  }
}
