package org.wraparound.incident.incidents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * The parts of an incident's record that are more than a word: absent is not yet recorded, an empty
 * list is none.
 */
public final class Account {
  private static final String AT_MOST_100 = "write at most 100 characters";
  private static final String AT_MOST_200 = "write at most 200 characters";
  private static final String AT_MOST_4000 = "write at most 4000 characters";
  private static final String AT_MOST_20 = "list at most 20";
  private static final String PSEUDONYM = "[A-Z0-9][A-Z0-9-]{0,39}";
  private static final String NOT_A_PSEUDONYM =
      "use a pseudonym of your own of up to 40 capital letters, digits and hyphens, never a name";

  private Account() {}

  /** One step of de-escalation and whether it worked; null when nobody could tell. */
  public record DeEscalationStep(
      @NotBlank(groups = Complete.class, message = "say what was done")
          @Size(max = 200, message = AT_MOST_200)
          String step,
      Boolean worked) {}

  /**
   * Someone who had part in it, and how it left them.
   *
   * @param ref the provider's own pseudonym for them, so that repeats can be counted; never a name
   */
  public record PersonInvolved(
      @NotNull(groups = Complete.class, message = "choose a code of the list involvement")
          Codes.Involvement role,
      @Size(max = 200, message = AT_MOST_200) String name,
      @Pattern(regexp = PSEUDONYM, message = NOT_A_PSEUDONYM) String ref,
      @Size(max = 4000, message = AT_MOST_4000) String outcome) {}

  /** What was done at once to keep people safe: what, by whom, when. */
  public record ImmediateSafetyAction(
      @NotBlank(groups = Complete.class, message = "say what was done")
          @Size(max = 4000, message = AT_MOST_4000)
          String action,
      @NotBlank(groups = Complete.class, message = "say who did it")
          @Size(max = 200, message = AT_MOST_200)
          String byWhom,
      @NotNull(
              groups = Complete.class,
              message = "say when, as a time such as 2026-01-31T13:45:00Z")
          Instant at) {}

  /**
   * An allegation, as the Safeguarding Adults Collection counts them.
   *
   * @param sourceRef the provider's own pseudonym for the alleged source, so that repeats can be
   *     counted; never a name
   */
  public record Allegation(
      @NotNull(groups = Complete.class, message = "choose a code of the list source-of-risk")
          Codes.SourceOfRisk source,
      @NotNull(groups = Complete.class, message = "choose a code of the list type-of-risk")
          Codes.TypeOfRisk type,
      @NotNull(groups = Complete.class, message = "choose a code of the list location-of-risk")
          Codes.LocationOfRisk location,
      @Pattern(regexp = PSEUDONYM, message = NOT_A_PSEUDONYM) String sourceRef) {}

  /** A member of staff who took part in a restrictive intervention. */
  public record StaffMember(
      @NotBlank(groups = Complete.class, message = "give the name")
          @Size(max = 200, message = AT_MOST_200)
          String name,
      @NotBlank(groups = Complete.class, message = "give the job title")
          @Size(max = 200, message = AT_MOST_200)
          String jobTitle) {}

  /**
   * A restrictive intervention with what the law asks to be recorded (Mental Health Units (Use of
   * Force) Act 2018 s6(5)), which is good practice in every setting.
   *
   * @param notificationSent whether a notification about it was sent to those who must be told
   * @param reviewHeld whether a review after the incident was held
   */
  public record RestrictiveIntervention(
      @NotNull(
              groups = Complete.class,
              message = "choose a code of the list restrictive-intervention")
          Codes.RestrictiveInterventionType type,
      @NotNull(groups = Complete.class, message = "choose a code of the list restriction-type")
          Codes.RestrictionType restrictionType,
      @NotBlank(groups = Complete.class, message = "say why it was used")
          @Size(max = 4000, message = AT_MOST_4000)
          String reason,
      Instant startedAt,
      @NotNull(groups = Complete.class, message = "say for how many minutes")
          @Min(value = 0, message = "minutes cannot be negative")
          @Max(
              value = 10080,
              message = "a restriction of more than a week needs a record of its own")
          Integer minutes,
      @NotNull(groups = Complete.class, message = "say whether it was in the person's plan")
          Boolean inPlan,
      @NotEmpty(groups = Complete.class, message = "name the staff who took part")
          @Size(max = 20, message = AT_MOST_20)
          List<@Valid @NotNull StaffMember> staff,
      @Size(max = 4000, message = AT_MOST_4000) String othersWhoTookPartAndWhy,
      @NotBlank(groups = Complete.class, message = "say what was tried to avoid it")
          @Size(max = 4000, message = AT_MOST_4000)
          String effortsToAvoid,
      @NotBlank(groups = Complete.class, message = "say what the outcome was")
          @Size(max = 4000, message = AT_MOST_4000)
          String outcome,
      @NotNull(groups = Complete.class, message = "say whether it led to death or serious injury")
          Boolean deathOrSeriousInjury,
      @NotNull(groups = Complete.class, message = "say whether a notification was sent")
          Boolean notificationSent,
      Boolean personDebriefed,
      Boolean staffDebriefed,
      Boolean reviewHeld) {}

  /** A mark on the body. */
  public record BodyMapMark(
      @NotNull(groups = Complete.class, message = "choose a code of the list body-view")
          Codes.BodyView view,
      @NotNull(groups = Complete.class, message = "choose a code of the list body-region")
          Codes.BodyRegion region,
      @NotNull(groups = Complete.class, message = "choose a code of the list body-mark")
          Codes.BodyMark mark,
      @Min(value = 1, message = "give the length in millimetres, 1 or more")
          @Max(value = 2000, message = "give the length in millimetres, at most 2000")
          Integer lengthMm,
      @Size(max = 200, message = AT_MOST_200) String note) {}

  /** Support that the person did not have, and why. */
  public record MissedSupport(
      @NotNull(groups = Complete.class, message = "choose a code of the list support-type")
          Codes.SupportType support,
      @NotNull(groups = Complete.class, message = "choose a code of the list missed-support-reason")
          Codes.MissedSupportReason why,
      @Size(max = 4000, message = AT_MOST_4000) String note) {}

  /**
   * Another agency's number for the same matter.
   *
   * @param system what the number is of, where the agency has more than one
   * @param kind what it numbers, such as a crime or a safeguarding concern
   */
  public record ExternalReference(
      @NotNull(groups = Complete.class, message = "choose a code of the list agency-type")
          Codes.AgencyType agencyType,
      @Size(max = 200, message = AT_MOST_200) String system,
      @NotBlank(groups = Complete.class, message = "give the number")
          @Size(max = 100, message = AT_MOST_100)
          String value,
      @Size(max = 200, message = AT_MOST_200) String kind) {}

  /**
   * Whether the Care Quality Commission must be told, which is without delay (Care Quality
   * Commission (Registration) Regulations 2009, regulations 16 and 18).
   *
   * @param regulation 16 or 18, where it must
   * @param submittedAt when it was told; null is not yet
   */
  public record CqcNotification(
      @NotNull(groups = Complete.class, message = "say whether a notification is required")
          Boolean required,
      @Min(value = 16, message = "give regulation 16 or 18")
          @Max(value = 18, message = "give regulation 16 or 18")
          Integer regulation,
      Codes.CqcParagraph paragraph,
      Instant submittedAt) {}
}
