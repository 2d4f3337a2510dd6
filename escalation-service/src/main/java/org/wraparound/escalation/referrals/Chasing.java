package org.wraparound.escalation.referrals;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.wraparound.escalation.notices.About;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;

/**
 * Reminding a recipient who does not answer, a few times, and then telling the sender; ending a
 * rest on its day.
 */
@ApplicationScoped
class Chasing {
  /** Falls due when a referral should have been accepted or rejected, and again while it is not. */
  static final String ANSWER = "referral-answer";

  /** Falls due when the last day of a referral's rest is over. */
  static final String REST = "referral-rest";

  private final Referrals referrals;
  private final Announcing announcing;
  private final Deadlines deadlines;
  private final DueDates dueDates;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Chasing(
      Referrals referrals,
      Announcing announcing,
      Deadlines deadlines,
      DueDates dueDates,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.referrals = referrals;
    this.announcing = announcing;
    this.deadlines = deadlines;
    this.dueDates = dueDates;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  void chase(DueDate due) {
    Referral referral = referrals.get(due.subjectId());
    Instant now = clock.instant();
    if (referral.isAwaited() && !deadlines.chasesAgain(referral.chases())) {
      announcing.toSender(referral, About.REFERRAL_UNANSWERED);
      return;
    }
    referral
        .chaseByClock(provenance.caller(), now)
        .ifPresent(
            chased -> {
              journal.append(chased);
              announcing.toRecipient(referral, About.REFERRAL_CHASED);
              dueDates.schedule(ANSWER, referral.id(), deadlines.nextChase(now));
            });
  }

  void endRest(DueDate due) {
    referrals
        .get(due.subjectId())
        .resume(provenance.caller(), clock.instant())
        .ifPresent(journal::append);
  }

  /** No answer in time. */
  @ApplicationScoped
  static class Answer implements DueDateHandler {
    private final Chasing chasing;

    Answer(Chasing chasing) {
      this.chasing = chasing;
    }

    @Override
    public String kind() {
      return ANSWER;
    }

    @Override
    public void fallDue(DueDate due) {
      chasing.chase(due);
    }
  }

  /** A rest is over. */
  @ApplicationScoped
  static class Rest implements DueDateHandler {
    private final Chasing chasing;

    Rest(Chasing chasing) {
      this.chasing = chasing;
    }

    @Override
    public String kind() {
      return REST;
    }

    @Override
    public void fallDue(DueDate due) {
      chasing.endRest(due);
    }
  }
}
