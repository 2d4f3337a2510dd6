package org.wraparound.pathway.transitions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/**
 * The terms on which more support is authorised. Nothing of it may be missing and nothing may be
 * open-ended; {@link #faults} names everything at once.
 */
@Schema(
    name = "AuthoriseStepUp",
    requiredProperties = {
      "startsOn",
      "reviewOn",
      "rationale",
      "deEscalationPlan",
      "personInvolvement"
    },
    example =
        """
        {
          "startsOn": "2026-11-21",
          "reviewOn": "2026-12-19",
          "rationale": "Risk of injury while the lounge is shared.",
          "deEscalationPlan": {
            "stages": [
              {
                "description": "One-to-one in the lounge ends in the mornings.",
                "exitCriteria": "Two weeks without an incident in the mornings.",
                "targetDate": "2026-12-05"
              }
            ]
          },
          "weeklyCost": {"amount": 840.00, "currency": "GBP"},
          "personInvolvement": {"involved": true, "views": "Wants quiet in the kitchen."}
        }
        """)
record AuthoriseStepUp(
    @Schema(description = "First day of the added support, Europe/London") LocalDate startsOn,
    @Schema(description = "Day by which it must be reviewed, Europe/London") LocalDate reviewOn,
    @Size(max = 4000, message = "write at most 4000 characters") String rationale,
    @Valid DeEscalationPlan deEscalationPlan,
    @Valid WeeklyCost weeklyCost,
    @Valid PersonInvolvement personInvolvement) {
  private static final String CURRENCY = "GBP";
  private static final BigDecimal HIGHEST_COST = new BigDecimal("99999999.99");

  /** The way back down. */
  record DeEscalationPlan(
      @Size(max = 20, message = "list at most 20 stages") List<@Valid DeEscalationStage> stages) {}

  /**
   * What the added support costs.
   *
   * @param amount a week
   * @param currency GBP
   */
  record WeeklyCost(BigDecimal amount, String currency) {
    /** An amount as it is kept, or null. */
    static WeeklyCost of(BigDecimal amount) {
      return amount == null ? null : new WeeklyCost(amount, CURRENCY);
    }
  }

  /**
   * The person's part in the decision.
   *
   * @param views what they said, when they had one
   * @param whyNot why they had none
   */
  record PersonInvolvement(
      Boolean involved,
      @Size(max = 4000, message = "write at most 4000 characters") String views,
      @Size(max = 4000, message = "write at most 4000 characters") String whyNot) {}

  /** Everything that is missing or unsound, each with how to mend it. */
  List<Violation> faults(LocalDate today, StepUpLimits limits) {
    List<Violation> faults = new ArrayList<>();
    checkDates(today, limits, faults);
    if (isBlank(rationale)) {
      faults.add(new Violation("rationale", "say why more support is needed"));
    }
    checkPlan(faults);
    checkCost(faults);
    checkInvolvement(faults);
    return faults;
  }

  private void checkDates(LocalDate today, StepUpLimits limits, List<Violation> faults) {
    if (startsOn == null) {
      faults.add(new Violation("startsOn", "say on which day it starts"));
    } else if (startsOn.isAfter(today.plusWeeks(limits.longestUntilStartWeeks()))) {
      faults.add(
          new Violation(
              "startsOn",
              "must be within %d weeks from today".formatted(limits.longestUntilStartWeeks())));
    }
    if (reviewOn == null) {
      faults.add(
          new Violation(
              "reviewOn",
              "set a review date, at most %d weeks after the start: a step-up is never open-ended"
                  .formatted(limits.longestUntilReviewWeeks())));
      return;
    }
    if (!reviewOn.isAfter(today)) {
      faults.add(new Violation("reviewOn", "must be after today"));
    }
    if (startsOn != null && !reviewOn.isAfter(startsOn)) {
      faults.add(new Violation("reviewOn", "must be after startsOn"));
    } else if (startsOn != null
        && reviewOn.isAfter(startsOn.plusWeeks(limits.longestUntilReviewWeeks()))) {
      faults.add(
          new Violation(
              "reviewOn",
              "must be at most %d weeks after startsOn"
                  .formatted(limits.longestUntilReviewWeeks())));
    }
  }

  private void checkPlan(List<Violation> faults) {
    if (deEscalationPlan == null
        || deEscalationPlan.stages() == null
        || deEscalationPlan.stages().isEmpty()) {
      faults.add(
          new Violation(
              "deEscalationPlan",
              "plan the way back down: stages, at least one, each with description and"
                  + " exitCriteria"));
      return;
    }
    for (int i = 0; i < deEscalationPlan.stages().size(); i++) {
      DeEscalationStage stage = deEscalationPlan.stages().get(i);
      String field = "deEscalationPlan.stages[" + i + "]";
      if (stage == null) {
        faults.add(new Violation(field, "must be an object"));
        continue;
      }
      if (isBlank(stage.description())) {
        faults.add(new Violation(field + ".description", "say what is reduced"));
      }
      if (isBlank(stage.exitCriteria())) {
        faults.add(new Violation(field + ".exitCriteria", "say what must be true first"));
      }
      if (stage.targetDate() != null && startsOn != null && stage.targetDate().isBefore(startsOn)) {
        faults.add(new Violation(field + ".targetDate", "must not be before startsOn"));
      }
    }
  }

  private void checkCost(List<Violation> faults) {
    if (weeklyCost == null) {
      return;
    }
    BigDecimal amount = weeklyCost.amount();
    if (amount == null
        || amount.signum() < 0
        || amount.stripTrailingZeros().scale() > 2
        || amount.compareTo(HIGHEST_COST) > 0) {
      faults.add(
          new Violation(
              "weeklyCost.amount",
              "must be from 0 to %s with at most two decimals".formatted(HIGHEST_COST)));
    }
    if (!CURRENCY.equals(weeklyCost.currency())) {
      faults.add(new Violation("weeklyCost.currency", "must be " + CURRENCY));
    }
  }

  private void checkInvolvement(List<Violation> faults) {
    if (personInvolvement == null || personInvolvement.involved() == null) {
      faults.add(
          new Violation(
              "personInvolvement",
              "say whether the person took part: involved true, with their views, or false, with"
                  + " whyNot"));
    } else if (!personInvolvement.involved() && isBlank(personInvolvement.whyNot())) {
      faults.add(new Violation("personInvolvement.whyNot", "say why the person took no part"));
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
