package org.wraparound.escalation.policies;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wraparound.kit.web.Violation;

/**
 * Threshold rules as data.
 *
 * @param source where its numbers come from
 * @param tiers the tiers of its rules, from least to most serious; local custom
 * @param workingHours when clocks of kind {@link ClockKind#WORKING} run
 */
public record Policy(
    String title, String source, List<String> tiers, WorkingHours workingHours, List<Rule> rules) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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
      throw new InvalidPolicyException(List.of(new Violation(placeOf(e), whyOf(e))));
    } catch (JsonProcessingException e) {
      throw new InvalidPolicyException(
          List.of(
              new Violation(
                  "policy",
                  "is not JSON at "
                      + e.getLocation().offsetDescription()
                      + ": "
                      + e.getOriginalMessage())));
    }
    if (policy == null) {
      throw new InvalidPolicyException(List.of(new Violation("policy", "is missing")));
    }
    List<Violation> wrong = new ArrayList<>();
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

  /** In words of the policy: the parser's own name classes. */
  private static String whyOf(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "is not a field here; there are "
          + unknown.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
    }
    if (e instanceof InvalidTypeIdException) {
      return "is no condition; write all, any, not, a comparison (fact with is, atLeast or exists)"
          + " or a pattern (count or sustainedFor, with within and matching)";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return "must be one of "
          + Arrays.stream(format.getTargetType().getEnumConstants())
              .map(constant -> constant instanceof Fact fact ? fact.code() : constant.toString())
              .collect(Collectors.joining(", "));
    }
    if (e instanceof MismatchedInputException mismatch
        && Duration.class.equals(mismatch.getTargetType())) {
      return "must be a duration such as PT4H or P2D";
    }
    if (e.getCause() instanceof JsonParseException) {
      return "is not JSON, or a field is there twice, at " + e.getLocation().offsetDescription();
    }
    return "is not of the form that is expected here";
  }

  private void check(Place place) {
    place.has("title", title);
    place.has("source", source);
    if (place.has("workingHours", workingHours)) {
      workingHours.check(place.in("workingHours"));
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

  /** The rules on what is put to them. */
  public Stream<Rule> rulesOn(Trigger trigger) {
    return rules.stream().filter(rule -> rule.on() == trigger);
  }

  /** How far before and after an incident patterns of the kind look; empty when there are none. */
  public Optional<Duration> longestWindow(Predicate<By> kind) {
    return patterns().filter(p -> kind.test(p.by())).map(Pattern::within).max(Duration::compareTo);
  }

  Stream<Pattern> patterns() {
    return rules.stream().flatMap(rule -> rule.when().patterns());
  }

  /** How far up the tiers one is, from 0 to 1, to compare it with one of another policy. */
  public double height(String tier) {
    return tiers.size() == 1 ? 1 : (double) tiers.indexOf(tier) / (tiers.size() - 1);
  }

  /** The rule of that code, which an escalation of this policy names. */
  public Rule rule(String code) {
    return rules.stream()
        .filter(rule -> rule.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rule " + code));
  }
}
