package org.wraparound.actionplan.meetings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.AgreeAction;
import org.wraparound.kit.web.Violation;

/** The minutes as they are to be. What is missing may follow until they are finalised. */
@Schema(
    example =
        """
        {"chair": "Ama Boateng, council",
         "attendance": [
           {"invitee": 1, "attendance": "ATTENDED", "contribution": "Brought the incident trend."},
           {"invitee": 2, "attendance": "APOLOGIES", "contribution": "Sent a report."}],
         "othersPresent": [{"role": "Interpreter"}],
         "discussion": "Noise in the lounge leads to most of what happened since January.",
         "personsVoice": {"heard": "THROUGH_AN_ADVOCATE", "words": "I want to stay here."},
         "familysVoice": {"notHeard": "PERSON_OBJECTS", "words": "He asked us not to tell them."},
         "decisions": [
           {"text": "Both tenants stay; the lounge is made quieter.",
            "rationale": "Neither wants to move and noise is behind most of it.",
            "newActions": [
              {"title": "Fit acoustic panels in the shared lounge", "party": "PROVIDER",
               "ownerAgency": "OAKFIELD", "ownerRole": "manager", "dueOn": "2030-03-31",
               "evidenceRequired": "Photographs and the fitter's job sheet",
               "intendedOutcome": "Both tenants can use the lounge without being startled",
               "measure": "Fewer than two noise-led incidents in four weeks",
               "outcomeDomain": "ENVIRONMENT", "priority": "HIGH"}]},
           {"text": "No other provider is looked for.", "rationale": "Neither tenant asks for it.",
            "noActionReason": "Nothing changes."}]}
        """)
record WriteMinutes(
    @Schema(description = "Who chaired it.")
        @Size(max = 200, message = "use at most 200 characters")
        String chair,
    @Schema(description = "Of each who was invited, whether they came.")
        @Size(max = 50, message = "note each invitee once")
        List<@NotNull(message = "say who") @Valid AttendanceNote> attendance,
    @Schema(description = "Who came without having been invited.")
        @Size(max = 50, message = "note at most 50")
        List<@NotNull(message = "say who") @Valid OtherPresent> othersPresent,
    @Schema(description = "What was said.")
        @Size(max = 40000, message = "use at most 40000 characters")
        String discussion,
    @Valid Voice personsVoice,
    @Valid Voice familysVoice,
    @Size(max = 50, message = "note at most 50")
        List<@NotNull(message = "say what was decided") @Valid Decided> decisions) {

  /** Lists that were left out are empty. */
  WriteMinutes {
    attendance = attendance == null ? List.of() : attendance;
    othersPresent = othersPresent == null ? List.of() : othersPresent;
    decisions = decisions == null ? List.of() : decisions;
  }

  /** A decision as it is noted. */
  @Schema(name = "NoteDecision")
  record Decided(
      @NotBlank(message = "say what was decided")
          @Size(max = 4000, message = "use at most 4000 characters")
          String text,
      @NotBlank(message = "say why it was decided")
          @Size(max = 4000, message = "use at most 4000 characters")
          String rationale,
      @Schema(description = "Actions of the meeting's plan that carry it out.")
          @Size(max = 50, message = "name at most 50")
          List<@NotNull(message = "give the id of an action") UUID> actionIds,
      @Schema(
              description =
                  "Actions to be added to the meeting's plan with this request; from then on they"
                      + " are among actionIds, and sent there.")
          @Size(max = 20, message = "word at most 20")
          List<@NotNull(message = "word the action") @Valid AgreeAction> newActions,
      @Schema(description = "Why no action is needed.")
          @Size(max = 4000, message = "use at most 4000 characters")
          String noActionReason) {

    Decided {
      actionIds = actionIds == null ? List.of() : actionIds;
      newActions = newActions == null ? List.of() : newActions;
      noActionReason = blankToNull(noActionReason);
    }

    private boolean contradictsItself() {
      return noActionReason != null && !(actionIds.isEmpty() && newActions.isEmpty());
    }
  }

  /**
   * What is wrong with them, each by its place.
   *
   * @param invited how many were invited
   * @param ofPlan those of the actions they name that are actions of the meeting's plan
   */
  List<Violation> violations(int invited, Set<UUID> ofPlan) {
    List<Violation> found = new ArrayList<>();
    Set<Integer> noted = new HashSet<>();
    for (int i = 0; i < attendance.size(); i++) {
      int invitee = attendance.get(i).invitee();
      if (invitee < 1 || invitee > invited) {
        found.add(
            new Violation(
                "attendance[" + i + "].invitee",
                "is the number of none of those invited, 1 to " + invited));
      } else if (!noted.add(invitee)) {
        found.add(new Violation("attendance[" + i + "].invitee", "is noted twice"));
      }
    }
    addFault(found, "personsVoice", personsVoice, false);
    addFault(found, "familysVoice", familysVoice, true);
    for (int i = 0; i < decisions.size(); i++) {
      Decided decided = decisions.get(i);
      if (decided.contradictsItself()) {
        found.add(
            new Violation(
                "decisions[" + i + "].noActionReason",
                "contradicts the actions given: give one or the other"));
      }
      for (int j = 0; j < decided.actionIds().size(); j++) {
        if (!ofPlan.contains(decided.actionIds().get(j))) {
          found.add(
              new Violation(
                  "decisions[%d].actionIds[%d]".formatted(i, j),
                  "is no action of the meeting's plan"));
        }
      }
    }
    return found;
  }

  /** All existing actions they name. */
  Set<UUID> actionIds() {
    Set<UUID> named = new HashSet<>();
    decisions.forEach(decided -> named.addAll(decided.actionIds()));
    return named;
  }

  /** Whether an action is to be added to the plan. */
  boolean wordsActions() {
    return decisions.stream().anyMatch(decided -> !decided.newActions().isEmpty());
  }

  static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static void addFault(List<Violation> found, String field, Voice voice, boolean family) {
    if (voice != null) {
      voice.fault(family).ifPresent(fault -> found.add(new Violation(field, fault)));
    }
  }
}
