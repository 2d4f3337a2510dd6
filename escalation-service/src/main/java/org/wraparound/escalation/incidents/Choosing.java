package org.wraparound.escalation.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wraparound.escalation.escalations.Raising.Raised;
import org.wraparound.escalation.incidents.RuleResult.Because;
import org.wraparound.escalation.incidents.RuleResult.Outcome;
import org.wraparound.escalation.incidents.RuleResult.RouteResult;
import org.wraparound.escalation.incidents.RuleResult.Stricter;
import org.wraparound.escalation.policies.Rule;
import org.wraparound.escalation.policies.WorkingHours;

/**
 * Which of the rules that are met speak, and on which routes: not those that have spoken already;
 * and where several policies have the same to say, the strictest. That is the one by which someone
 * must take it on first, then the one by which it must be decided first, then the higher tier, and
 * then the one that comes first: a board's or the default before the provider's own. Clocks of
 * different kinds are compared by the moments they lead to.
 */
@SuppressWarnings("ReferenceEquality") // a claim and a judgement are themselves, whatever they say
final class Choosing {
  private static final Comparator<Claim> STRICTEST_FIRST =
      Comparator.comparing(Claim::acknowledgeBy)
          .thenComparing(Claim::decideBy)
          .thenComparing(Claim::height, Comparator.reverseOrder());

  private final IdentityHashMap<Judgement, List<RouteResult>> results = new IdentityHashMap<>();
  private final IdentityHashMap<Judgement, List<Rule.Routing>> won = new IdentityHashMap<>();

  /**
   * @param raised what was raised before of the same patterns or of the same subject
   */
  Choosing(Instant now, List<Judgement> met, List<Raised> raised) {
    List<Claim> claims =
        met.stream()
            .flatMap(
                judgement ->
                    judgement.rule().routes().stream()
                        .map(routing -> Claim.of(judgement, routing, now, raised)))
            .toList();
    Map<String, Claim> strictest = new HashMap<>();
    for (Claim claim : claims) {
      if (claim.said() == null) {
        // on a tie the one that came first stays
        strictest.merge(
            claim.slot(),
            claim,
            (one, other) -> STRICTEST_FIRST.compare(one, other) <= 0 ? one : other);
      }
    }
    for (Claim claim : claims) {
      Claim winner = strictest.get(claim.slot());
      results
          .computeIfAbsent(claim.judgement(), judgement -> new ArrayList<>())
          .add(claim.result(winner));
      if (claim == winner) {
        won.computeIfAbsent(claim.judgement(), judgement -> new ArrayList<>()).add(claim.routing());
      }
    }
  }

  /** What came of each route of a rule; none where it was not met. */
  List<RouteResult> resultsOf(Judgement judgement) {
    return results.getOrDefault(judgement, List.of());
  }

  /** The routes on which a rule speaks. */
  List<Rule.Routing> wonBy(Judgement judgement) {
    return won.getOrDefault(judgement, List.of());
  }

  /**
   * A rule that is met would speak on a route.
   *
   * @param said why it does not, because it has already; otherwise null
   */
  private record Claim(
      Judgement judgement,
      Rule.Routing routing,
      Instant acknowledgeBy,
      Instant decideBy,
      double height,
      Outcome said) {

    static Claim of(Judgement judgement, Rule.Routing routing, Instant now, List<Raised> raised) {
      WorkingHours hours = judgement.policy().policy().workingHours();
      Instant acknowledgeBy = routing.acknowledgeBy(now, hours);
      return new Claim(
          judgement,
          routing,
          acknowledgeBy,
          routing.decideBy(acknowledgeBy, hours),
          judgement.policy().policy().height(judgement.rule().tier()),
          said(judgement, routing, raised));
    }

    private static Outcome said(Judgement judgement, Rule.Routing routing, List<Raised> raised) {
      Outcome said = null;
      for (Raised one : raised) {
        if (one.ruleCode().equals(judgement.rule().code())
            && Objects.equals(one.patternKey(), judgement.key())) {
          if (one.isOpen() && judgement.key() != null) {
            return Outcome.ALREADY_OPEN;
          }
          if (one.isOnSubject() && one.route() == routing.route()) {
            said = Outcome.ALREADY_RAISED;
          }
        }
      }
      return said;
    }

    String slot() {
      return judgement.slot() + " " + routing.route();
    }

    RouteResult result(Claim winner) {
      if (said != null) {
        return new RouteResult(routing.route(), said, acknowledgeBy, decideBy, null);
      }
      if (winner == this) {
        return new RouteResult(routing.route(), Outcome.FIRED, acknowledgeBy, decideBy, null);
      }
      return new RouteResult(
          routing.route(),
          Outcome.STRICTER_ELSEWHERE,
          acknowledgeBy,
          decideBy,
          new Stricter(winner.judgement.policy().version(), winner.because(this)));
    }

    private Because because(Claim other) {
      if (acknowledgeBy.isBefore(other.acknowledgeBy)) {
        return Because.EARLIER_ACKNOWLEDGEMENT;
      }
      if (decideBy.isBefore(other.decideBy)) {
        return Because.EARLIER_DECISION;
      }
      return height > other.height ? Because.HIGHER_TIER : Because.THE_SAME;
    }
  }
}
