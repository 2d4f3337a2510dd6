package org.wraparound.escalation.directory;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Timeouts;
import org.jboss.logging.Logger;

/**
 * Tells agencies by e-mail when nobody of them will be on call, of each gap once. No notices: those
 * are of persons. What is new is written down and claimed, sent outside any transaction, and then
 * noted as told.
 */
@ApplicationScoped
class GapTelling {
  /** Tried again so long after an attempt of which nothing good was heard. */
  private static final Duration AGAIN = Duration.ofHours(1);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  // Of several replicas one at a time compares what is with what was told.
  private static final String LOCK =
      "select cast(pg_advisory_xact_lock(hashtextextended('told_gap', 5)) as text)";

  private static final Logger LOG = Logger.getLogger(GapTelling.class);

  private final Covers covers;
  private final EntityManager entities;
  private final ReactiveMailer mailer;
  private final Optional<String> mailHost;
  private final Clock clock;

  GapTelling(
      Covers covers,
      EntityManager entities,
      ReactiveMailer mailer,
      @ConfigProperty(name = "wraparound.notices.mail-host") Optional<String> mailHost,
      Clock clock) {
    this.covers = covers;
    this.entities = entities;
    this.mailer = mailer;
    this.mailHost = mailHost;
    this.clock = clock;
  }

  @Scheduled(
      every = "${wraparound.on-call.gap-check:1h}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void tell() {
    if (mailHost.isEmpty()) {
      return;
    }
    QuarkusTransaction.requiringNew().run(this::compare);
    for (List<ToldGap> gaps : QuarkusTransaction.requiringNew().call(this::claim)) {
      if (send(gaps)) {
        QuarkusTransaction.requiringNew().run(() -> note(gaps));
      }
    }
  }

  /** Writes down the gaps that are new and forgets those that are no more. */
  private void compare() {
    entities.createNativeQuery(LOCK, String.class).getSingleResult();
    Instant now = clock.instant();
    List<ToldGap> known = entities.createQuery("from ToldGap", ToldGap.class).getResultList();
    Map<String, List<ToldGap>> knownOf =
        known.stream().collect(Collectors.groupingBy(ToldGap::agency));
    List<ToldGap> gone = new ArrayList<>(known);
    covers
        .gaps(new Span(now, now.plus(GapWatch.AHEAD)))
        .forEach(
            (agency, gaps) -> {
              for (RouteCover.Gap gap : gaps) {
                Optional<ToldGap> same =
                    knownOf.getOrDefault(agency, List.of()).stream()
                        .filter(one -> one.is(gap))
                        .findFirst();
                same.ifPresentOrElse(
                    one -> {
                      one.isNow(gap);
                      gone.remove(one);
                    },
                    () -> writeDown(agency, gap, now));
              }
            });
    gone.forEach(entities::remove);
  }

  private void writeDown(String agency, RouteCover.Gap gap, Instant now) {
    List<String> recipients = recipients(gap, now);
    if (!recipients.isEmpty()) {
      entities.persist(new ToldGap(agency, gap, recipients, now));
    }
  }

  /** Everybody of the nearest of its teams that has anybody with an address. */
  private static List<String> recipients(RouteCover.Gap gap, Instant now) {
    return gap.of()
        .teams()
        .map(team -> team.addresses(now))
        .filter(addresses -> !addresses.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Those to be told, together what goes to the same people of an agency. */
  private Collection<List<ToldGap>> claim() {
    Instant now = clock.instant();
    return entities
        .createQuery(
            "from ToldGap where attemptAt <= :now order by agency, beginsAt, id", ToldGap.class)
        .setParameter("now", now)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
        .getResultStream()
        .peek(gap -> gap.attempt(now.plus(AGAIN)))
        .collect(
            Collectors.groupingBy(
                gap -> List.of(gap.agency(), gap.recipients()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private boolean send(List<ToldGap> gaps) {
    GapLetter letter = GapLetter.of(gaps);
    Mail mail = new Mail().setSubject(letter.subject()).setText(letter.text());
    mail.setTo(gaps.get(0).recipients());
    try {
      mailer.send(mail).await().atMost(PATIENCE);
      return true;
    } catch (RuntimeException e) {
      // whatever the mail server said may quote an address
      LOG.warnf(
          "%s not told of gaps in its cover, trying again: %s",
          gaps.get(0).agency(), e.getClass().getName());
      return false;
    }
  }

  private void note(List<ToldGap> gaps) {
    for (ToldGap gap : gaps) {
      ToldGap kept = entities.find(ToldGap.class, gap.id());
      if (kept != null) {
        kept.told();
      }
    }
  }
}
