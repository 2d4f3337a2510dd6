package org.wraparound.escalation.policies;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Threshold rules as data.
 *
 * @param source where its numbers come from
 * @param tiers the tiers of its rules, from least to most serious; local custom
 */
public record Policy(
    String title, String source, List<String> tiers, Climb climb, List<Rule> rules) {
  private static final int MOST_STEPS = 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * How an unanswered escalation climbs.
   *
   * @param every wait at each step before the next
   * @param steps steps to the top, 1 to 20; there it stays, overdue for all to see
   */
  public record Climb(Duration every, int steps) {
    private void check(Place place) {
      Rule.isClock(place, "every", every);
      if (steps < 1 || steps > MOST_STEPS) {
        place.in("steps").refuse("must be 1 to " + MOST_STEPS);
      }
    }
  }

  /** What a rule made of an incident. */
  public record Judgement(Rule rule, Finding finding) {}

  /**
   * Reads a policy.
   *
   * @throws InvalidPolicyException with each thing that is wrong, where and why
   */
  static Policy read(String json) {
    Policy policy;
    try {
      policy = JSON.readValue(json, Policy.class);
    } catch (JsonMappingException e) {
      throw new InvalidPolicyException(List.of(placeOf(e) + ": " + e.getOriginalMessage()));
    } catch (JsonProcessingException e) {
      throw new InvalidPolicyException(
          List.of(e.getLocation().offsetDescription() + ": " + e.getOriginalMessage()));
    }
    List<String> wrong = new ArrayList<>();
    policy.check(new Place("", wrong));
    if (!wrong.isEmpty()) {
      throw new InvalidPolicyException(wrong);
    }
    return policy;
  }

  private static String placeOf(JsonMappingException e) {
    StringBuilder place = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return place.isEmpty() ? "policy" : place.toString();
  }

  private void check(Place place) {
    place.has("title", title);
    place.has("source", source);
    if (place.has("climb", climb)) {
      climb.check(place.in("climb"));
    }
    Set<String> known = new HashSet<>();
    place.each(
        "tiers",
        tiers,
        (tier, at) -> {
          if (!known.add(tier)) {
            at.refuse(tier + " is there twice");
          }
        });
    Set<String> codes = new HashSet<>();
    place.each(
        "rules",
        rules,
        (rule, at) -> {
          rule.check(at);
          if (rule.code() != null && !codes.add(rule.code())) {
            at.in("code").refuse("there is another rule " + rule.code());
          }
          if (rule.tier() != null && !known.contains(rule.tier())) {
            at.in("tier").refuse(rule.tier() + " is none of the policy's tiers");
          }
        });
  }

  /**
   * Applies every rule to an incident.
   *
   * @param history the person's incidents at most {@link #longestWindow()} before and after it, and
   *     itself, in the order in which they happened
   */
  public List<Judgement> judge(Facts incident, List<Facts> history) {
    return rules.stream()
        .map(rule -> new Judgement(rule, rule.when().on(incident, history)))
        .toList();
  }

  /** How far before and after an incident its patterns look; empty when it has none. */
  public Optional<Duration> longestWindow() {
    return rules.stream()
        .flatMap(rule -> rule.when().patterns())
        .map(Pattern::within)
        .max(Duration::compareTo);
  }

  /** The rule of that code, which an escalation of this policy names. */
  public Rule rule(String code) {
    return rules.stream()
        .filter(rule -> rule.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rule " + code));
  }
}
