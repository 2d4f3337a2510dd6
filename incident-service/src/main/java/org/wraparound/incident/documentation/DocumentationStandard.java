package org.wraparound.incident.documentation;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.incident.incidents.Codes;
import org.wraparound.incident.incidents.ReportIncident;
import org.wraparound.incident.incidents.Review;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * What an incident's record must say before it is signed off, as data.
 *
 * @param source where it comes from
 * @param recordWithin how soon after it happened an incident is to be recorded; more than zero, at
 *     most 30 days
 */
@Schema(
    name = "DocumentationStandard",
    example =
        """
        {
          "title": "Documentation of incidents at Oakfield",
          "source": "Quality handbook, section 4",
          "recordWithin": "PT12H",
          "rules": [
            {"when": {}, "needs": ["physicalHarm", "psychologicalHarm"], "why": "Every record says what harm was done, even if none."},
            {"when": {"kinds": ["INJURY"], "harms": ["MODERATE", "SEVERE", "FATAL"]}, "needs": ["bodyMap"], "why": "Marks are drawn."}
          ]
        }
        """)
record DocumentationStandard(
    @NotBlank(message = "give it a title")
        @Size(max = 200, message = "write at most 200 characters")
        String title,
    @NotBlank(message = "say where it comes from")
        @Size(max = 4000, message = "write at most 4000 characters")
        String source,
    @NotNull(message = "say how soon to record, as a duration such as PT24H")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(implementation = String.class)
        Duration recordWithin,
    @NotEmpty(message = "a standard has at least one rule")
        @Size(max = 100, message = "list at most 100")
        List<@Valid @NotNull Rule> rules) {
  private static final Duration LONGEST = Duration.ofDays(30);

  /**
   * Fields that a record needs when the conditions hold.
   *
   * @param needs names of fields of an incident; recorded as none will do
   */
  @Schema(name = "DocumentationRule")
  record Rule(
      @NotNull(message = "say when it applies; {} is always") @Valid When when,
      @NotEmpty(message = "name at least one field") @Size(max = 50, message = "list at most 50")
          List<@NotBlank(message = "name a field") String> needs,
      @NotBlank(message = "say why") @Size(max = 4000, message = "write at most 4000 characters")
          String why) {}

  /**
   * All that is given must hold.
   *
   * @param harms the worse of physical and psychological harm is one of these
   * @param allegation whether there is an allegation
   * @param restriction whether there was a restrictive intervention
   */
  @Schema(name = "DocumentationCondition")
  record When(
      @Size(min = 1, max = 20, message = "list 1 to 20, or leave it out")
          List<Codes.@NotNull IncidentKind> kinds,
      @Size(min = 1, max = 5, message = "list 1 to 5, or leave it out")
          List<Codes.@NotNull PhysicalHarm> harms,
      Boolean allegation,
      Boolean restriction) {
    private boolean holdsFor(ReportIncident content) {
      return (kinds == null || kinds.contains(content.kind()))
          && (harms == null || harms.contains(content.worstHarm()))
          && (allegation == null || allegation == isAny(content.allegations()))
          && (restriction == null || restriction == isAny(content.restrictiveInterventions()));
    }

    private static boolean isAny(List<?> list) {
      return list != null && !list.isEmpty();
    }
  }

  /**
   * @throws ProblemException with each thing that is wrong, where and why
   */
  void check() {
    List<Violation> violations = new ArrayList<>();
    if (recordWithin.isNegative() || recordWithin.isZero() || recordWithin.compareTo(LONGEST) > 0) {
      violations.add(new Violation("recordWithin", "must be more than zero and at most 30 days"));
    }
    for (int i = 0; i < rules.size(); i++) {
      List<String> needs = rules.get(i).needs();
      for (int j = 0; j < needs.size(); j++) {
        if (!ReportIncident.fields().contains(needs.get(j))) {
          violations.add(notAField("rules[" + i + "].needs[" + j + "]"));
        }
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  static Violation notAField(String place) {
    return new Violation(
        place, "is no field of an incident; one of " + String.join(", ", ReportIncident.fields()));
  }

  /** What is not yet recorded of what the rules need, each field once. */
  List<Review.Missing> missing(ReportIncident content) {
    Set<String> recorded = new HashSet<>(content.recorded());
    Map<String, Review.Missing> missing = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (rule.when().holdsFor(content)) {
        for (String field : rule.needs()) {
          if (!recorded.contains(field)) {
            missing.putIfAbsent(field, new Review.Missing(field, rule.why()));
          }
        }
      }
    }
    return List.copyOf(missing.values());
  }
}
