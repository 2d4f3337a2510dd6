package org.wraparound.escalation.notices;

import io.quarkus.arc.All;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;

/**
 * Sending notices by e-mail, in three steps: a notice is claimed in a transaction of its own, sent
 * outside any, and what came of it is written down in another. So a mail server that is slow, or
 * never answers, holds no connection to the database and no clock.
 *
 * <p>Whoever is killed between sending and writing down sends once more, after {@link #LOST}, with
 * the same {@code Message-ID}, by which mail systems drop the second.
 */
@ApplicationScoped
class Sending {
  /** Sent side by side; the mailer has as many connections. */
  static final int TOGETHER = 10;

  /** Beyond the time that an attempt may take: a replica that is silent for longer is gone. */
  private static final Duration LOST = Duration.ofMinutes(1);

  private static final Logger LOG = Logger.getLogger(Sending.class);

  private final Notices notices;
  private final List<NoticeWatcher> watchers;
  private final ReactiveMailer mailer;
  private final Journal journal;
  private final Provenance provenance;
  private final NoticesConfig config;
  private final Clock clock;
  private final String domain;

  Sending(
      Notices notices,
      @All List<NoticeWatcher> watchers,
      ReactiveMailer mailer,
      Journal journal,
      Provenance provenance,
      NoticesConfig config,
      Clock clock,
      @ConfigProperty(name = "quarkus.mailer.from") String from) {
    this.notices = notices;
    this.watchers = watchers;
    this.mailer = mailer;
    this.journal = journal;
    this.provenance = provenance;
    this.config = config;
    this.clock = clock;
    this.domain = from.replaceAll("^.*@|>.*$", "");
  }

  /**
   * @param number counts the attempts at this notice from 1
   * @param isLost it was tried as often as is configured, and nothing was heard of the last: not
   *     sent any more
   */
  private record Attempt(Notice notice, int number, boolean isLost) {}

  private record Tried(Attempt attempt, boolean gone) {}

  /** Sends what is due. */
  @Scheduled(
      every = "${wraparound.due-dates.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void sendDue() {
    provenance.causedByClock();
    List<Attempt> claimed;
    do {
      claimed = claimDue();
      Multi.createBy()
          .merging()
          .withConcurrency(TOGETHER)
          .streams(claimed.stream().map(this::send).map(Uni::toMulti).toList())
          .subscribe()
          .asIterable()
          .forEach(this::writeDown);
    } while (claimed.size() == TOGETHER);
  }

  private List<Attempt> claimDue() {
    Instant now = clock.instant();
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () -> notices.due(now, TOGETHER).stream().map(notice -> claim(notice, now)).toList());
    } catch (RuntimeException e) {
      LOG.warnf("notices not read, trying again: %s", e.toString());
      return List.of();
    }
  }

  private Attempt claim(Notice notice, Instant now) {
    Instant lostAt = now.plus(config.timeout()).plus(LOST);
    if (notice.attempts() >= config.attempts()) {
      notice.queue(lostAt);
      return new Attempt(notice, notice.attempts(), true);
    }
    notice.attempt(now, lostAt);
    return new Attempt(notice, notice.attempts(), false);
  }

  private Uni<Tried> send(Attempt attempt) {
    if (attempt.isLost()) {
      return Uni.createFrom().item(new Tried(attempt, false));
    }
    return Uni.createFrom()
        .deferred(() -> mailer.send(mail(attempt.notice())))
        .ifNoItem()
        .after(config.timeout())
        .fail()
        .replaceWith(new Tried(attempt, true))
        .onFailure()
        .recoverWithItem(
            failure -> {
              // whatever the mail server said may quote the address
              LOG.warnf(
                  "notice %s not sent, attempt %d of %d: %s",
                  attempt.notice().id(),
                  attempt.number(),
                  config.attempts(),
                  failure.getClass().getName());
              return new Tried(attempt, false);
            });
  }

  private Mail mail(Notice notice) {
    Letter letter = Letter.of(notice, config.linkBase());
    return Mail.withText(notice.address(), letter.subject(), letter.text())
        .addHeader("Message-ID", "<" + notice.id() + "@" + domain + ">");
  }

  private void writeDown(Tried tried) {
    try {
      QuarkusTransaction.requiringNew().run(() -> note(tried));
    } catch (RuntimeException e) {
      LOG.errorf(
          e,
          "what came of notice %s not written down, trying again",
          tried.attempt().notice().id());
    }
  }

  private void note(Tried tried) {
    Notice notice = notices.get(tried.attempt().notice().id());
    boolean isLatest = notice.attempts() == tried.attempt().number();
    if (notice.state() != NoticeState.QUEUED || !(tried.gone() || isLatest)) {
      // taken for lost, and another attempt has gone on
      return;
    }
    Instant now = clock.instant();
    if (tried.gone()) {
      journal.append(notice.sent(now));
      settle(notice, now);
    } else if (notice.attempts() < config.attempts()) {
      int doublings = notice.attempts() - 1;
      notice.queue(now.plus(config.backOff().multipliedBy(1L << doublings)));
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
}
