package org.wraparound.actionplan.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wraparound.kit.London;
import org.wraparound.kit.reference.CodeList;

/**
 * A handover as it is printed.
 *
 * @param span from when until when, London time
 */
public record PrintedHandover(
    String settingId, String span, boolean complete, List<OfPerson> people) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);

  /** One person. */
  public record OfPerson(
      String name,
      List<String> guidance,
      List<Line> changed,
      List<Line> pending,
      List<Line> toRecord) {}

  /**
   * One thing to know.
   *
   * @param when a day or moment; empty for every shift
   * @param kind what it is; empty when that goes without saying
   */
  public record Line(String when, boolean overdue, String kind, String what, String reference) {}

  /**
   * @param kinds what the kinds of items are called
   */
  static PrintedHandover of(Handover handover, CodeList kinds) {
    Map<String, String> labels =
        kinds.codes().stream().collect(Collectors.toMap(CodeList.Code::code, CodeList.Code::label));
    return new PrintedHandover(
        handover.settingId(),
        "%s to %s".formatted(moment(handover.since()), moment(handover.at())),
        handover.complete(),
        handover.people().stream().map(person -> of(person, labels)).toList());
  }

  private static OfPerson of(Handover.OfPerson person, Map<String, String> labels) {
    return new OfPerson(
        person.knownAs() == null ? "Person " + person.personId() : person.knownAs(),
        person.guidance().stream()
            .map(
                page ->
                    "%s, version %d%s"
                        .formatted(
                            page.reference(),
                            page.number(),
                            page.unread() == 0
                                ? ""
                                : ", not read by %d of %d"
                                    .formatted(page.unread(), page.readers())))
            .toList(),
        person.changed().stream().map(item -> line(moment(item.at()), item, labels)).toList(),
        person.pending().stream()
            .map(item -> line("by " + day(item.dueOn()), item, labels))
            .toList(),
        person.toRecord().stream()
            .map(
                item ->
                    new Line(
                        item.dueOn() == null ? "every shift" : "by " + day(item.dueOn()),
                        false,
                        "",
                        item.what(),
                        item.reference()))
            .toList());
  }

  private static Line line(String when, HandoverItem item, Map<String, String> labels) {
    return new Line(
        when,
        item.overdue(),
        labels.get(item.kind().name()),
        item.what(),
        item.reference() == null ? "" : item.reference());
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static String moment(Instant moment) {
    return MOMENT.format(London.dateAndTimeOf(moment));
  }
}
