package org.wraparound.escalation.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.wraparound.escalation.CodeListAssert;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.escalation.directory.OnCallContact;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.testing.StackResource;

/** With a mail server that does what the test says; in the container for the wording's sake. */
@QuarkusTest
@WithTestResource(StackResource.class)
class SendingTest {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

  private final Notice notice =
      new Notice(
          new Telling(
              Subject.ESCALATION,
              UUID.randomUUID(),
              "ESC-26-000017",
              UUID.randomUUID(),
              "OAKFIELD",
              "NORTHVALE-CLDT",
              new OnCallContact(UUID.randomUUID(), "Duty desk", null, List.of()),
              About.ESCALATION_RAISED,
              Instant.parse("2026-07-01T15:30:00Z")),
          new ContactPoint(ContactPoint.Kind.EMAIL, "duty@northvale.example"),
          false,
          NOW);
  private final Notices notices = mock(Notices.class);
  private final ReactiveMailer mailer = mock(ReactiveMailer.class);
  private final DueDates dueDates = mock(DueDates.class);
  private final Journal journal = mock(Journal.class);
  private final DueDate due = mock(DueDate.class);
  private final List<NotTold> settled = new ArrayList<>();

  private Sending sending() {
    when(due.subjectId()).thenReturn(notice.id());
    when(notices.get(notice.id())).thenReturn(notice);
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
        dueDates,
        journal,
        new Settings(),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Three attempts, ten seconds apart, each for a twentieth of a second. */
  private static class Settings implements NoticesConfig {
    @Override
    public Optional<String> mailHost() {
      return Optional.of("mail");
    }

    @Override
    public Optional<URI> linkBase() {
      return Optional.of(URI.create("https://wraparound.example/"));
    }

    @Override
    public int attempts() {
      return 3;
    }

    @Override
    public Duration backOff() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration timeout() {
      return Duration.ofMillis(50);
    }
  }

  @Test
  void aMailServerThatDoesNotAnswerIsTriedLessAndLessOftenAndThenGivenUp() {
    when(mailer.send(any())).thenReturn(Uni.createFrom().nothing());
    Sending sending = sending();
    sending.fallDue(due);
    verify(dueDates).schedule(Sending.NOTICE, notice.id(), NOW.plusSeconds(10));
    assertThat(notice.state()).isEqualTo(NoticeState.QUEUED);
    sending.fallDue(due);
    verify(dueDates).schedule(Sending.NOTICE, notice.id(), NOW.plusSeconds(20));
    verify(journal, never()).append(any());
    assertThat(settled).isEmpty();
    sending.fallDue(due);
    verify(dueDates, never()).schedule(any(), any(), eq(NOW.plusSeconds(40)));
    assertThat(notice.state()).isEqualTo(NoticeState.FAILED);
    assertThat(settled).containsExactly(NotTold.FAILED);
    verify(journal).append(any(NoticeEvent.NoticeFailed.class));
  }

  @Test
  void whatGoesOutSaysWhatIsAskedByWhenInLondonAndWhere() {
    var sent = ArgumentCaptor.forClass(io.quarkus.mailer.Mail.class);
    when(mailer.send(sent.capture())).thenReturn(Uni.createFrom().voidItem());
    sending().fallDue(due);
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
