package org.wraparound.escalation.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Asking what a notice told. */
@ApplicationScoped
public class KnownNotices {
  private final Notices notices;

  KnownNotices(Notices notices) {
    this.notices = notices;
  }

  /** The notice that the caller may see. */
  public KnownNotice get(UUID noticeId) {
    Notice notice = notices.get(noticeId);
    return new KnownNotice(
        notice.subjectId(),
        notice.reference(),
        notice.personId(),
        notice.agency(),
        notice.toAgency(),
        notice.kind());
  }
}
