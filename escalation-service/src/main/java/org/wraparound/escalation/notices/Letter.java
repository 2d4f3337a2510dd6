package org.wraparound.escalation.notices;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.wraparound.kit.London;

/**
 * What a notice says by e-mail, which others may read on the way: a reference, what is asked and by
 * when; nothing about the person.
 *
 * @param by when an answer is due, London time; null when none is
 * @param link where it is answered; null when none is configured
 */
record Letter(About about, String reference, boolean discreet, String by, String link) {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);

  /** The wording, in {@code templates/notices}. */
  @CheckedTemplate(basePath = "notices")
  static final class Wording {
    private Wording() {}

    static native TemplateInstance subject(Letter letter);

    static native TemplateInstance text(Letter letter);
  }

  static Letter of(Notice notice, Optional<URI> linkBase) {
    return new Letter(
        notice.about(),
        notice.reference(),
        notice.isDiscreet(),
        notice.respondBy() == null ? null : inLondon(notice.respondBy()),
        linkBase
            .map(base -> notice.isDiscreet() ? base.toString() : link(base, notice))
            .orElse(null));
  }

  private static String link(URI base, Notice notice) {
    return base.toString().replaceAll("/+$", "") + notice.subject().path() + notice.subjectId();
  }

  private static String inLondon(Instant moment) {
    return DAY_AND_TIME.format(London.dateAndTimeOf(moment));
  }

  String subject() {
    return Wording.subject(this).render().strip();
  }

  String text() {
    return Wording.text(this).render().strip() + "\n";
  }
}
