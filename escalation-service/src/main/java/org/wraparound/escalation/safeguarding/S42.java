package org.wraparound.escalation.safeguarding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/**
 * A local authority's decision whether it must make enquiries (Care Act 2014 s42(1)): the three
 * questions, answered, and what follows.
 *
 * @param careAndSupportNeeds whether the adult has needs for care and support, met or not
 * @param abuseOrNeglectOrRisk whether they experience abuse or neglect, or are at risk of it
 * @param unableToProtectSelf whether, because of those needs, they cannot protect themselves
 * @param sentTo code of the authority it was sent to, where it was
 * @param duplicateOf the escalation of the same person that it repeats, where it does
 */
@Schema(name = "S42")
public record S42(
    @NotNull(message = ANSWER) Answer careAndSupportNeeds,
    @NotNull(message = ANSWER) Answer abuseOrNeglectOrRisk,
    @NotNull(message = ANSWER) Answer unableToProtectSelf,
    @NotNull(message = "say what follows; see the list s42-decision") Outcome outcome,
    @Pattern(regexp = "[A-Za-z0-9-]{1,60}", message = "name the authority by its code")
        String sentTo,
    UUID duplicateOf) {
  private static final String ANSWER = "answer YES, NO or NOT_KNOWN";

  /** An answer to one of the three questions; the list {@code s42-answer}. */
  public enum Answer {
    YES,
    NO,
    NOT_KNOWN
  }

  /** What follows; the list {@code s42-decision}. */
  public enum Outcome {
    NOT_MET,
    MET_PROGRESS_TO_S42_2,
    OTHER_PROPORTIONATE_ENQUIRY,
    SENT_TO_OTHER_AUTHORITY,
    DUPLICATE;

    /** Whether the authority makes an enquiry, or causes one to be made. */
    public boolean opensEnquiry() {
      return this == MET_PROGRESS_TO_S42_2 || this == OTHER_PROPORTIONATE_ENQUIRY;
    }
  }

  /** Adds what does not fit together, each by its field. */
  public void check(List<Violation> wrong) {
    boolean met = answers().allMatch(Answer.YES::equals);
    String misfit =
        switch (outcome) {
          case MET_PROGRESS_TO_S42_2 -> met ? null : "the duty needs YES to all three questions";
          case NOT_MET ->
              answers().anyMatch(Answer.NO::equals)
                  ? null
                  : "the criteria are unmet only where one of the three is answered NO";
          case OTHER_PROPORTIONATE_ENQUIRY ->
              met ? "with YES to all three the duty applies: MET_PROGRESS_TO_S42_2" : null;
          case SENT_TO_OTHER_AUTHORITY, DUPLICATE -> null;
        };
    if (misfit != null) {
      wrong.add(new Violation("s42.outcome", misfit));
    }
    goesWith(Outcome.SENT_TO_OTHER_AUTHORITY, "s42.sentTo", sentTo, "name the authority", wrong);
    goesWith(
        Outcome.DUPLICATE, "s42.duplicateOf", duplicateOf, "name the escalation it repeats", wrong);
  }

  private void goesWith(
      Outcome needing, String field, Object value, String ask, List<Violation> wrong) {
    if (outcome == needing && value == null) {
      wrong.add(new Violation(field, ask));
    } else if (outcome != needing && value != null) {
      wrong.add(new Violation(field, "goes only with the outcome " + needing));
    }
  }

  private Stream<Answer> answers() {
    return Stream.of(careAndSupportNeeds, abuseOrNeglectOrRisk, unableToProtectSelf);
  }
}
