package org.wraparound.actionplan.handover;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.guidance.SettingKind;
import org.wraparound.actionplan.guidance.ShiftPage;

/**
 * What a shift hands over in a setting.
 *
 * @param since from when on changes are told
 * @param at when this was put together
 * @param complete false when there is more than one handover holds: look at the lists themselves
 */
@Schema(name = "Handover")
record Handover(
    String settingId, Instant since, Instant at, boolean complete, List<OfPerson> people) {

  /**
   * What there is to know of one person.
   *
   * @param knownAs what they are called on shift; null while no guidance is in force here
   * @param guidance the pages to work by here
   * @param changed the latest first
   * @param pending the soonest due first
   */
  @Schema(name = "HandoverOfPerson")
  record OfPerson(
      UUID personId,
      String knownAs,
      List<PageInForce> guidance,
      List<HandoverItem> changed,
      List<HandoverItem> pending,
      List<ToRecord> toRecord) {}

  /**
   * A page to work by.
   *
   * @param record where it is found; with Accept: text/html to print
   * @param changes what it says differently from the version before, when it was published since
   * @param unread staff who must read it and have not
   * @param unreadByYou whoever asks is one of them
   */
  @Schema(name = "GuidanceInForce")
  record PageInForce(
      URI record,
      String reference,
      int number,
      SettingKind settingKind,
      Instant publishedAt,
      List<ShiftPage.Change> changes,
      long readers,
      long unread,
      boolean unreadByYou) {}

  /**
   * Something to write down.
   *
   * @param forRecord the guidance that asks for it, or the action it is evidence of
   * @param dueOn last day of that action, Europe/London; null of guidance: every shift
   */
  @Schema(name = "ToRecord")
  record ToRecord(String what, URI forRecord, String reference, LocalDate dueOn) {}
}
