package org.wraparound.actionplan.guidance;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wraparound.actionplan.guidance.PrintedPage.Box;
import org.wraparound.actionplan.guidance.PrintedPage.Call;
import org.wraparound.actionplan.guidance.PrintedPage.Line;

/**
 * The sizes of type that a page of shift guidance can be set in; page.css has the same. What is
 * read at night is set as large as fits one side. Widths are reckoned for a wide face, in mm.
 */
enum PageType {
  LARGEST(15, 1.3, 0.8),
  LARGE(12.5, 1.3, 0.8),
  MEDIUM(10.5, 1.25, 0.8),
  SMALL(8.5, 1.14, 0);

  private static final double MM_PER_POINT = 0.3528;
  private static final double WHOLE_WIDTH = 186;
  private static final double HALF_WIDTH = 86;

  /** A4 less its margins, and a little. */
  private static final double HEIGHT = 270;

  /** Borders and white of a box. */
  private static final double BOX = 5;

  private static final double HEADING = 1.12;
  private static final double FOOT = 0.85;
  private static final double NAME = 1.9;

  /** The mark before a line, in ems. */
  private static final double MARK = 2.2;

  private final double points;
  private final double leading;
  private final double gap;

  PageType(double points, double leading, double gap) {
    this.points = points;
    this.leading = leading;
    this.gap = gap;
  }

  /** The largest in which all this is sure to fit; the smallest holds any page. */
  static PageType largestFor(
      String name, List<String> head, List<List<Box>> rows, List<Call> calls, List<String> foot) {
    return Stream.of(LARGEST, LARGE, MEDIUM)
        .filter(type -> type.height(name, head, rows, calls, foot) <= HEIGHT)
        .findFirst()
        .orElse(SMALL);
  }

  /** Name of its class in page.css. */
  String css() {
    return name().toLowerCase(Locale.ROOT);
  }

  private double height(
      String name, List<String> head, List<List<Box>> rows, List<Call> calls, List<String> foot) {
    double height = 2 * BOX + text(name, WHOLE_WIDTH, NAME);
    for (String line : head) {
      height += text(line, WHOLE_WIDTH, 1);
    }
    for (List<Box> row : rows) {
      height += BOX + row.stream().mapToDouble(this::box).max().orElse(0);
    }
    height += BOX + text("Call", WHOLE_WIDTH, HEADING) + text("When", HALF_WIDTH, 1);
    for (Call call : calls) {
      height +=
          1
              + Math.max(
                  text(badge(call.isNew()) + call.when(), HALF_WIDTH, 1),
                  text(call.whom(), HALF_WIDTH, 1));
    }
    for (String line : foot) {
      height += text(line, WHOLE_WIDTH, FOOT);
    }
    return height;
  }

  private double box(Box box) {
    double width = HALF_WIDTH - MARK * points * MM_PER_POINT;
    double height = text(box.title(), HALF_WIDTH, HEADING);
    for (Line line : box.lines()) {
      height += gap + text(badge(line.isNew()) + line.text(), width, 1);
    }
    return height;
  }

  private static String badge(boolean isNew) {
    return isNew ? "NEW  " : "";
  }

  /** Height of a text that is broken between words, and in words that are too long for a line. */
  private double text(String text, double width, double scale) {
    double em = points * MM_PER_POINT * scale;
    int lines = 1;
    double used = 0;
    for (String word : text.split(" ")) {
      double length = ems(word) * em;
      if (used > 0 && used + length > width) {
        lines++;
        used = 0;
      }
      used += length;
      while (used > width) {
        lines++;
        used -= width;
      }
      used += ems(" ") * em;
    }
    return lines * em * leading;
  }

  private static double ems(String word) {
    return word.chars()
        .mapToDouble(
            c ->
                c > '~' || c == 'W' || c == 'M' || c == '@' || c == '%'
                    ? 1.03
                    : Character.isUpperCase(c) || c == 'm' || c == 'w' ? 0.8 : 0.58)
        .sum();
  }
}
