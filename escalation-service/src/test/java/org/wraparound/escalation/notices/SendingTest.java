package org.wraparound.escalation.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.wraparound.escalation.CodeListAssert;
import org.wraparound.escalation.Field;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.escalation.directory.OnCallContact;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.testing.StackResource;

/** With a mail server that does what the test says; in the container for the wording's sake. */
@QuarkusTest
@WithTestResource(StackResource.class)
class SendingTest {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

  private static final Duration AT_ONCE = Duration.ofMillis(50);
  private static final ContactPoint EMAIL =
      new ContactPoint(ContactPoint.Kind.EMAIL, "duty@northvale.example");

  private final Notice notice = new Notice(telling(UUID.randomUUID()), EMAIL, false, NOW);

  private static Telling telling(UUID person) {
    return new Telling(
        Subject.ESCALATION,
        UUID.randomUUID(),
        "ESC-26-000017",
        person,
        "OAKFIELD",
        "NORTHVALE-CLDT",
        new OnCallContact(UUID.randomUUID(), "Duty desk", null, List.of()),
        About.ESCALATION_RAISED,
        Instant.parse("2026-07-01T15:30:00Z"));
  }

  private final Notices notices = mock(Notices.class);
  private final ReactiveMailer mailer = mock(ReactiveMailer.class);
  private final Journal journal = mock(Journal.class);
  private final List<NotTold> settled = new ArrayList<>();

  @Inject Notices allNotices;
  @Inject Provenance provenance;
  @Inject Vertx vertx;
  @Inject Field field;
  @Inject AgroalDataSource dataSource;

  private Sending sending() {
    notice.queue(NOW);
    when(notices.get(notice.id())).thenReturn(notice);
    when(notices.due(any(), anyInt())).thenReturn(List.of(notice));
    return sending(notices, mailer, AT_ONCE, NOW);
  }

  private Sending sending(Notices notices, ReactiveMailer mailer, Duration timeout, Instant now) {
    NoticeWatcher watcher =
        new NoticeWatcher() {
          @Override
          public Subject subject() {
            return Subject.ESCALATION;
          }

          @Override
          public void settled(UUID noticeId, NotTold why, Instant at) {
            settled.add(why);
          }
        };
    return new Sending(
        notices,
        List.of(watcher),
        mailer,
        journal,
        provenance,
        new Settings(timeout),
        Clock.fixed(now, ZoneOffset.UTC),
        "Wraparound <no-reply@wraparound.example>");
  }

  /** Three attempts, ten seconds apart. */
  private record Settings(Duration timeout) implements NoticesConfig {
    @Override
    public Optional<String> mailHost() {
      return Optional.of("mail");
    }

    @Override
    public Optional<URI> linkBase() {
      return Optional.of(URI.create("https://wraparound.example/"));
    }

    @Override
    public Duration remindOfReviewEvery() {
      return Duration.ofDays(7);
    }

    @Override
    public int attempts() {
      return 3;
    }

    @Override
    public Duration backOff() {
      return Duration.ofSeconds(10);
    }
  }

  @Test
  void aMailServerThatDoesNotAnswerIsTriedLessAndLessOftenAndThenGivenUp() {
    when(mailer.send(any())).thenReturn(Uni.createFrom().nothing());
    Sending sending = sending();
    sending.sendDue();
    assertThat(notice.attemptAt()).isEqualTo(NOW.plusSeconds(10));
    assertThat(notice.state()).isEqualTo(NoticeState.QUEUED);
    sending.sendDue();
    assertThat(notice.attemptAt()).isEqualTo(NOW.plusSeconds(20));
    verify(journal, never()).append(any());
    assertThat(settled).isEmpty();
    sending.sendDue();
    assertThat(notice.attemptAt()).isNull();
    assertThat(notice.state()).isEqualTo(NoticeState.FAILED);
    assertThat(settled).containsExactly(NotTold.FAILED);
    verify(journal).append(any(NoticeEvent.NoticeFailed.class));
  }

  @Test
  void whatGoesOutSaysWhatIsAskedByWhenInLondonAndWhere() {
    var sent = ArgumentCaptor.forClass(io.quarkus.mailer.Mail.class);
    when(mailer.send(sent.capture())).thenReturn(Uni.createFrom().voidItem());
    sending().sendDue();
    assertThat(notice.state()).isEqualTo(NoticeState.SENT);
    assertThat(settled).containsExactly((NotTold) null);
    assertThat(sent.getValue().getSubject()).isEqualTo("ESC-26-000017: please take this on");
    assertThat(sent.getValue().getText())
        .contains(
            "Please answer by Wednesday 1 July 2026, 16:30 (UK time).",
            "https://wraparound.example/escalations/" + notice.subjectId())
        .doesNotContain(notice.personId().toString());
  }

  @Test
  void whatWasSentAndNotWrittenDownGoesOutOnceMoreUnderTheSameMessageId() {
    var sent = ArgumentCaptor.forClass(io.quarkus.mailer.Mail.class);
    when(mailer.send(sent.capture())).thenReturn(Uni.createFrom().voidItem());
    Sending sending = sending();
    when(notices.get(notice.id())).thenThrow(new IllegalStateException("killed here"));
    sending.sendDue();
    assertThat(notice.state()).isEqualTo(NoticeState.QUEUED);
    assertThat(notice.attemptAt()).isAfter(NOW.plus(AT_ONCE));
    doReturn(notice).when(notices).get(notice.id());
    sending.sendDue();
    assertThat(notice.state()).isEqualTo(NoticeState.SENT);
    assertThat(sent.getAllValues())
        .extracting(mail -> mail.getHeaders().get("Message-ID"))
        .containsExactly(
            List.of("<" + notice.id() + "@wraparound.example>"),
            List.of("<" + notice.id() + "@wraparound.example>"));
  }

  @Test
  void whoeverIsKilledInEveryAttemptDoesNotSendForEver() {
    Sending sending = sending();
    for (int i = 0; i < new Settings(AT_ONCE).attempts(); i++) {
      notice.attempt(NOW, NOW);
    }
    sending.sendDue();
    verify(mailer, never()).send(any());
    assertThat(notice.state()).isEqualTo(NoticeState.FAILED);
  }

  /** The server's side is a socket that takes the connection and says nothing. */
  @Test
  void whileAMailServerSaysNothingTheDatabaseIsNotWaitedWith() throws Exception {
    // long after everything that the running service sends by itself
    Instant then = Instant.parse("2100-01-01T12:00:00Z");
    Notice kept = new Notice(telling(field.person()), EMAIL, false, NOW);
    kept.queue(then);
    QuarkusTransaction.requiringNew().run(() -> allNotices.persist(kept));
    provenance.causedByClock();
    // in this thread, whose request it is
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(() -> due(then).equals(List.of(kept.id())));
    List<Boolean> inTransaction = new ArrayList<>();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      MailClient client =
          MailClient.create(
              vertx,
              new MailConfig(server.getInetAddress().getHostAddress(), server.getLocalPort()));
      ReactiveMailer overTheWire =
          mails -> {
            inTransaction.add(QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION);
            return client
                .sendMail(
                    new MailMessage(
                        "from@wraparound.example", mails[0].getTo().get(0), "subject", "text"))
                .replaceWithVoid();
          };
      CompletableFuture<Integer> seenMeanwhile =
          CompletableFuture.supplyAsync(
              () -> {
                connection(server);
                return attemptsOfUnlocked(kept.id());
              });
      sending(allNotices, overTheWire, Duration.ofSeconds(2), then).sendDue();
      assertThat(seenMeanwhile.get(10, TimeUnit.SECONDS)).isEqualTo(1);
      client.closeAndForget();
    }
    assertThat(inTransaction).containsExactly(false);
    Notice after = QuarkusTransaction.requiringNew().call(() -> allNotices.get(kept.id()));
    assertThat(after.state()).isEqualTo(NoticeState.QUEUED);
    assertThat(after.attemptAt()).isEqualTo(then.plusSeconds(10));
  }

  private List<UUID> due(Instant when) {
    return QuarkusTransaction.requiringNew()
        .call(() -> allNotices.due(when, 10).stream().map(Notice::id).toList());
  }

  private static Socket connection(ServerSocket server) {
    try {
      return server.accept();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int attemptsOfUnlocked(UUID id) {
    try (var connection = dataSource.getConnection();
        var select =
            connection.prepareStatement(
                "select attempts from notice where id = ? for update nowait")) {
      select.setObject(1, id);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thereIsAWordingForEverythingThatIsSaid() {
    for (About about : About.values()) {
      Letter letter = new Letter(about, "ESC-26-000017", false, null, null);
      assertThat(letter.subject()).startsWith("ESC-26-000017: ").hasLineCount(1);
      assertThat(letter.text()).contains("ESC-26-000017").doesNotContain("answer by");
    }
  }

  @Test
  void theListsServedAreThoseTheCodeReliesOn() {
    CodeListAssert.assertSame("notice-record", Subject.values());
    CodeListAssert.assertSame("notice-state", NoticeState.values());
    CodeListAssert.assertSame("notice-subject", About.values());
  }
}
