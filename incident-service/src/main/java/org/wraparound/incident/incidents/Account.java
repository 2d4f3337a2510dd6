package org.wraparound.incident.incidents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * The parts of an incident's record that come as lists: absent is not yet recorded, empty is none.
 */
final class Account {
  private static final String AT_MOST_200 = "write at most 200 characters";
  private static final String AT_MOST_4000 = "write at most 4000 characters";
  private static final String AT_MOST_20 = "list at most 20";

  private Account() {}

  /** One step of de-escalation and whether it worked; null when nobody could tell. */
  record DeEscalationStep(
      @NotBlank(message = "say what was done") @Size(max = 200, message = AT_MOST_200) String step,
      Boolean worked) {}

  /** Someone who had part in it, and how it left them. */
  record PersonInvolved(
      @NotNull(message = "choose a code of the list involvement") Codes.Involvement role,
      @Size(max = 200, message = AT_MOST_200) String name,
      @Size(max = 4000, message = AT_MOST_4000) String outcome) {}

  /** What was done at once to keep people safe: what, by whom, when. */
  record ImmediateSafetyAction(
      @NotBlank(message = "say what was done") @Size(max = 4000, message = AT_MOST_4000)
          String action,
      @NotBlank(message = "say who did it") @Size(max = 200, message = AT_MOST_200) String byWhom,
      @NotNull(message = "say when, as a time such as 2026-01-31T13:45:00Z") Instant at) {}

  /** An allegation, as the Safeguarding Adults Collection counts them. */
  record Allegation(
      @NotNull(message = "choose a code of the list source-of-risk") Codes.SourceOfRisk source,
      @NotNull(message = "choose a code of the list type-of-risk") Codes.TypeOfRisk type,
      @NotNull(message = "choose a code of the list location-of-risk")
          Codes.LocationOfRisk location) {}

  /** A member of staff who took part in a restrictive intervention. */
  record StaffMember(
      @NotBlank(message = "give the name") @Size(max = 200, message = AT_MOST_200) String name,
      @NotBlank(message = "give the job title") @Size(max = 200, message = AT_MOST_200)
          String jobTitle) {}

  /**
   * A restrictive intervention with what the law asks to be recorded (Mental Health Units (Use of
   * Force) Act 2018 s6(5)), which is good practice in every setting.
   */
  record RestrictiveIntervention(
      @NotNull(message = "choose a code of the list restrictive-intervention")
          Codes.RestrictiveInterventionType type,
      @NotNull(message = "choose a code of the list restriction-type")
          Codes.RestrictionType restrictionType,
      @NotBlank(message = "say why it was used") @Size(max = 4000, message = AT_MOST_4000)
          String reason,
      @NotNull(message = "say for how many minutes")
          @Min(value = 0, message = "minutes cannot be negative")
          @Max(
              value = 10080,
              message = "a restriction of more than a week needs a record of its own")
          Integer minutes,
      @NotNull(message = "say whether it was in the person's plan") Boolean inPlan,
      @NotEmpty(message = "name the staff who took part") @Size(max = 20, message = AT_MOST_20)
          List<@Valid @NotNull StaffMember> staff,
      @Size(max = 4000, message = AT_MOST_4000) String othersWhoTookPartAndWhy,
      @NotBlank(message = "say what was tried to avoid it")
          @Size(max = 4000, message = AT_MOST_4000)
          String effortsToAvoid,
      @NotBlank(message = "say what the outcome was") @Size(max = 4000, message = AT_MOST_4000)
          String outcome,
      @NotNull(message = "say whether it led to death or serious injury")
          Boolean deathOrSeriousInjury) {}
}
