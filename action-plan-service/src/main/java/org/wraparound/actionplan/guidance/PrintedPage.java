package org.wraparound.actionplan.guidance;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wraparound.kit.London;

/**
 * A page of shift guidance as it is printed: one side of A4, in the largest type that fits.
 *
 * @param where the kind of setting and the settings; empty when it is for all
 * @param standing why it must not be worked by; null when it is in force
 * @param marksNew whether lines are marked that the version before did not have
 * @param type name of the type it is set in
 * @param rows boxes, two beside each other
 * @param origin where it comes from
 */
public record PrintedPage(
    String knownAs,
    String where,
    String version,
    String standing,
    boolean marksNew,
    String type,
    List<List<Box>> rows,
    List<Call> calls,
    String origin,
    List<String> advice) {
  private static final String MARKED = " Lines marked NEW were not there before.";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  /** A part of the page. */
  public record Box(String kind, String title, List<Line> lines) {}

  /**
   * A line in a part of the page.
   *
   * @param mark by which an observation names it
   */
  public record Line(String mark, String text, boolean isNew) {}

  /** When to call whom. */
  public record Call(String mark, String when, String whom, boolean isNew) {}

  /**
   * @param before the version it replaces, or null
   * @param settingKind the kind of setting in words, or null
   * @param plan reference of the plan it comes from
   */
  static PrintedPage of(Guidance guidance, Guidance before, String settingKind, String plan) {
    ShiftPage page = guidance.page();
    ShiftPage compared = before == null ? page : before.page();
    String where =
        Stream.concat(Stream.ofNullable(settingKind), guidance.settings().stream().sorted())
            .collect(Collectors.joining(", "));
    String version =
        guidance.publishedAt() == null
            ? "Not published."
            : "Version %d, from %s.".formatted(guidance.number(), day(guidance.publishedAt()));
    String standing = standing(guidance);
    List<List<Box>> rows =
        List.of(
            List.of(
                box("helps", "Every shift: what helps", Section.PROACTIVE_STEPS, page, compared),
                box("signs", "Early signs: what you may see", Section.EARLY_SIGNS, page, compared)),
            List.of(
                box("do", "When it builds up: DO", Section.DO, page, compared),
                box("dont", "When it builds up: DO NOT", Section.DO_NOT, page, compared)),
            List.of(
                box("after", "Afterwards: recovery", Section.RECOVERY, page, compared),
                box("write", "Write down", Section.TO_RECORD, page, compared)));
    List<Call> calls = calls(page, compared);
    String origin =
        "%s of %s, from plan %s. Paper goes out of date: check the version at handover."
            .formatted(guidance.reference(), guidance.agency(), plan);
    List<String> advice =
        page.advice().stream()
            .map(given -> "Advice of " + given.agency() + ": " + given.reference())
            .toList();
    PageType type =
        PageType.largestFor(
            page.knownAs(),
            Stream.of("Shift guidance: " + where + ". " + version + MARKED, standing)
                .filter(Objects::nonNull)
                .toList(),
            rows,
            calls,
            Stream.concat(Stream.of(origin), advice.stream()).toList());
    return new PrintedPage(
        page.knownAs(),
        where,
        version,
        standing,
        page.changesSince(compared).stream().anyMatch(change -> !change.added().isEmpty()),
        type.css(),
        rows,
        calls,
        origin,
        advice);
  }

  private static String standing(Guidance guidance) {
    return switch (guidance.status()) {
      case DRAFT -> "Draft: not in force. Do not work by it.";
      case PUBLISHED -> null;
      case SUPERSEDED ->
          "Replaced on %s. Do not work by it: ask for the version in force."
              .formatted(day(guidance.supersededAt()));
      case WITHDRAWN ->
          "Withdrawn on %s. Do not work by it.".formatted(day(guidance.withdrawnAt()));
    };
  }

  private static Box box(
      String kind, String title, Section section, ShiftPage page, ShiftPage compared) {
    List<String> texts = section.lines(page);
    Set<String> known = Set.copyOf(section.lines(compared));
    return new Box(
        kind,
        title,
        IntStream.range(0, texts.size())
            .mapToObj(i -> new Line(section.mark(i), texts.get(i), !known.contains(texts.get(i))))
            .toList());
  }

  private static List<Call> calls(ShiftPage page, ShiftPage compared) {
    return IntStream.range(0, page.whenToCall().size())
        .mapToObj(
            i -> {
              ShiftPage.Call call = page.whenToCall().get(i);
              return new Call(
                  Section.WHEN_TO_CALL.mark(i),
                  call.when(),
                  call.whom(),
                  !compared.whenToCall().contains(call));
            })
        .toList();
  }

  private static String day(Instant moment) {
    return DAY.format(London.dayOf(moment));
  }
}
