package org.wraparound.actionplan.guidance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of shift guidance as callers see it. */
@Schema(name = "Guidance")
record GuidanceView(
    UUID id,
    String reference,
    UUID personId,
    @Schema(description = "The provider whose staff it guides.") String provider,
    @Schema(description = "The plan it comes from.") UUID planId,
    @Schema(description = "Kind of setting it is written for; null for every kind.")
        SettingKind settingKind,
    @Schema(description = "Settings it applies in; empty is wherever the person is supported.")
        List<String> settings,
    @Schema(description = "Counts the versions published; null in a draft.") Integer number,
    GuidanceStatus status,
    ShiftPage page,
    Instant draftedAt,
    String draftedBy,
    Instant publishedAt,
    String publishedBy,
    @Schema(description = "The version published before it, or null.") UUID replaces,
    @Schema(
            description =
                "What it says differently from the version it replaces; null when it replaces"
                    + " none.")
        List<ShiftPage.Change> changes,
    @Schema(description = "How far it has been read; null in a draft.") Readership reading,
    Instant supersededAt,
    Instant withdrawnAt,
    String withdrawnBy,
    String withdrawalReason) {

  /**
   * How far a page has been read.
   *
   * @param readers staff who must read it
   * @param unread those who have not
   * @param overdue those who have not, and whose day to do so has ended
   * @param toCoach those whose answers show that they need coaching
   * @param readBy last day by which those named at publication read it, Europe/London
   * @param chases how often it was told since that some have not
   */
  @Schema(name = "GuidanceReadership")
  record Readership(
      long readers,
      long acknowledged,
      long unread,
      long overdue,
      long toCoach,
      LocalDate readBy,
      int chases) {}

  /**
   * @param earlier versions that it, and perhaps others, replace
   * @param tallies of it, and perhaps of others
   */
  static GuidanceView of(
      Guidance guidance, Collection<Guidance> earlier, Collection<ReadingTally> tallies) {
    return new GuidanceView(
        guidance.id(),
        guidance.reference(),
        guidance.personId(),
        guidance.agency(),
        guidance.planId(),
        guidance.settingKind(),
        guidance.settings().stream().sorted().toList(),
        guidance.number(),
        guidance.status(),
        guidance.page(),
        guidance.draftedAt(),
        guidance.draftedBy(),
        guidance.publishedAt(),
        guidance.publishedBy(),
        guidance.replaces(),
        guidance.changes(earlier),
        readership(guidance, tallies),
        guidance.supersededAt(),
        guidance.withdrawnAt(),
        guidance.withdrawnBy(),
        guidance.withdrawalReason());
  }

  private static Readership readership(Guidance guidance, Collection<ReadingTally> tallies) {
    if (guidance.publishedAt() == null) {
      return null;
    }
    ReadingTally tally =
        tallies.stream()
            .filter(of -> of.guidanceId().equals(guidance.id()))
            .findFirst()
            .orElseGet(() -> ReadingTally.none(guidance.id()));
    return new Readership(
        tally.readers(),
        tally.acknowledged(),
        tally.unread(),
        tally.overdue(),
        tally.toCoach(),
        guidance.readBy(),
        guidance.chases());
  }
}
