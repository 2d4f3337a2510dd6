package org.wraparound.escalation.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.wraparound.kit.London;

/**
 * What an agency is told of its gaps by e-mail.
 *
 * @param gaps the first of them
 * @param more how many there are beyond those
 */
record GapLetter(String agency, List<Line> gaps, int more) {
  private static final int MOST = 50;
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);

  /**
   * One gap.
   *
   * @param settings null for all that no team names
   * @param reason why nobody covers, where the rota says so; else null
   */
  record Line(String route, int tier, String settings, String from, String until, String reason) {
    private static Line of(ToldGap gap) {
      return new Line(
          gap.route().name(),
          gap.tier(),
          gap.settings() == null ? null : String.join(", ", gap.settings()),
          inLondon(gap.beginsAt()),
          inLondon(gap.endsAt()),
          gap.reason());
    }
  }

  /** The wording, in {@code templates/directory}. */
  @CheckedTemplate(basePath = "directory")
  static final class Wording {
    private Wording() {}

    static native TemplateInstance gaps(GapLetter letter);
  }

  static GapLetter of(List<ToldGap> gaps) {
    return new GapLetter(
        gaps.get(0).agency(),
        gaps.stream().limit(MOST).map(Line::of).toList(),
        Math.max(0, gaps.size() - MOST));
  }

  private static String inLondon(Instant moment) {
    return DAY_AND_TIME.format(London.dateAndTimeOf(moment));
  }

  String subject() {
    return agency + ": nobody will be on call at times in the next 14 days";
  }

  String text() {
    return Wording.gaps(this).render().strip() + "\n";
  }
}
