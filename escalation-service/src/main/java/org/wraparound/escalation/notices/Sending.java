package org.wraparound.escalation.notices;

import io.quarkus.arc.All;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;

/**
 * Sending notices by e-mail, on a loop of their own and each for a bounded time, so that a mail
 * server that is slow or away holds up no clock.
 */
@ApplicationScoped
class Sending implements DueDateHandler {
  /** Falls due when a notice is to be sent, or sent again. */
  static final String NOTICE = "notice";

  private static final Logger LOG = Logger.getLogger(Sending.class);

  private final Notices notices;
  private final List<NoticeWatcher> watchers;
  private final ReactiveMailer mailer;
  private final DueDates dueDates;
  private final Journal journal;
  private final NoticesConfig config;
  private final Clock clock;

  Sending(
      Notices notices,
      @All List<NoticeWatcher> watchers,
      ReactiveMailer mailer,
      DueDates dueDates,
      Journal journal,
      NoticesConfig config,
      Clock clock) {
    this.notices = notices;
    this.watchers = watchers;
    this.mailer = mailer;
    this.dueDates = dueDates;
    this.journal = journal;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return NOTICE;
  }

  @Override
  public boolean waitsForOthers() {
    return true;
  }

  @Override
  public void fallDue(DueDate due) {
    Notice notice = notices.get(due.subjectId());
    boolean gone = send(notice);
    Instant now = clock.instant();
    if (gone) {
      journal.append(notice.sent(now));
      settle(notice, now);
      return;
    }
    notice.missed(now);
    if (notice.attempts() < config.attempts()) {
      int doublings = notice.attempts() - 1;
      dueDates.schedule(
          NOTICE, notice.id(), now.plus(config.backOff().multipliedBy(1L << doublings)));
    } else {
      journal.append(notice.fail(now));
      settle(notice, now);
    }
  }

  private void settle(Notice notice, Instant now) {
    watchers.stream()
        .filter(watcher -> watcher.subject() == notice.subject())
        .forEach(watcher -> watcher.settled(notice.id(), notice.why(), now));
  }

  private boolean send(Notice notice) {
    try {
      Letter letter = Letter.of(notice, config.linkBase());
      mailer
          .send(Mail.withText(notice.address(), letter.subject(), letter.text()))
          .await()
          .atMost(config.timeout());
      return true;
    } catch (RuntimeException e) {
      // whatever the mail server said may quote the address
      LOG.warnf(
          "notice %s not sent, attempt %d of %d: %s",
          notice.id(), notice.attempts() + 1, config.attempts(), e.getClass().getName());
      return false;
    }
  }
}
