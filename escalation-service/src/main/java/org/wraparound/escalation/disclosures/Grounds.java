package org.wraparound.escalation.disclosures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * Why something may be shared: what the person said to it, the law, or both. Consent that was given
 * suffices, and so does a decision in the best interests of someone who lacks capacity; against a
 * refusal, without asking, or where nothing is said of consent, the law must be stated with a
 * reason.
 *
 * @param consent null when nothing is said of it
 * @param basis null when none is stated
 */
public record Grounds(Consent consent, Basis basis) {

  /**
   * The grounds on which the suite itself tells another agency: the threshold policy asks for it,
   * to protect someone at risk.
   */
  public static Grounds ofThreshold(String ruleCode) {
    return new Grounds(
        null,
        new Basis(
            "ea",
            Basis.Condition.DPA2018_SCH1_PARA18,
            "The threshold policy asks for it: rule " + ruleCode + "."));
  }

  /**
   * The grounds on which a local authority has another agency make an enquiry, or a part of it: its
   * function under the Care Act 2014 s42, whatever the person says to it.
   */
  public static Grounds ofEnquiry(String reference) {
    return new Grounds(
        null,
        new Basis(
            "e",
            Basis.Condition.DPA2018_SCH1_PARA18,
            "Care Act 2014 s42(2): " + reference + " is caused to be made."));
  }

  /**
   * The grounds on which an agency that answers for an action is told that it is not done: its task
   * in the care and support that was agreed for the person.
   */
  public static Grounds ofAction(String reference) {
    return new Grounds(
        null,
        new Basis(
            "e",
            Basis.Condition.DPA2018_SCH1_PARA2,
            "It answers for what was agreed for the person: " + reference + " is not done."));
  }

  /**
   * @param today the day it is, Europe/London
   * @throws ProblemException 422 naming all that is missing, as fields of {@code consent} and
   *     {@code basis}
   */
  public void mustSuffice(LocalDate today) {
    List<Violation> missing = missing(today);
    if (!missing.isEmpty()) {
      throw ProblemException.invalid(missing);
    }
  }

  /** What is missing, each with how to mend it; empty when they suffice. */
  public List<Violation> missing(LocalDate today) {
    List<Violation> missing = new ArrayList<>();
    if (consent == null && basis == null) {
      missing.add(
          new Violation(
              "consent", "say what the person said to sharing, or state a lawful basis in basis"));
      return missing;
    }
    if (consent != null) {
      missingOfConsent(today, missing);
    }
    if (basis != null) {
      missingOfBasis(missing);
    } else if (consent.answer() != null && !consent.answer().permits()) {
      missing.add(
          new Violation(
              "basis",
              "consent is "
                  + consent.answer()
                  + ": state lawfulBasis, condition and reason for sharing all the same"));
    }
    return missing;
  }

  private void missingOfConsent(LocalDate today, List<Violation> missing) {
    Consent.Answer answer = consent.answer();
    if (answer == null) {
      missing.add(new Violation("consent.answer", "choose a code of the list consent"));
    } else if (answer.needsExplanation() && isBlank(consent.explanation())) {
      missing.add(
          new Violation(
              "consent.explanation",
              switch (answer) {
                case GIVEN_WITH_LIMITATIONS -> "say which limits the person set";
                case NOT_SOUGHT -> "say why the person was not asked";
                default -> "say who decided that it is in the person's best interests, and why";
              }));
    }
    if (consent.on() == null) {
      missing.add(
          new Violation("consent.on", "say on which day the person was asked or it was decided"));
    } else if (consent.on().isAfter(today)) {
      missing.add(new Violation("consent.on", "must not be in the future"));
    }
  }

  private void missingOfBasis(List<Violation> missing) {
    if (basis.lawfulBasis() == null) {
      missing.add(
          new Violation("basis.lawfulBasis", "choose a code of the list lawful-basis (Art 6)"));
    } else if (basis.lawfulBasis().equals(Basis.CONSENT) && !isGiven()) {
      missing.add(
          new Violation(
              "basis.lawfulBasis",
              "consent can only be the basis when it was given; name another basis"));
    }
    if (basis.condition() == null) {
      missing.add(
          new Violation(
              "basis.condition", "choose a code of the list sharing-condition (Schedule 1)"));
    }
    if (isBlank(basis.reason())) {
      missing.add(new Violation("basis.reason", "say why this basis applies here"));
    }
  }

  private boolean isGiven() {
    return consent != null
        && (consent.answer() == Consent.Answer.GIVEN
            || consent.answer() == Consent.Answer.GIVEN_WITH_LIMITATIONS);
  }

  private static boolean isBlank(String words) {
    return words == null || words.isBlank();
  }
}
