package org.wraparound.escalation.referrals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.wraparound.escalation.disclosures.DisclosureResponse;
import org.wraparound.escalation.disclosures.Ledger;
import org.wraparound.escalation.notices.About;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;

/** The recipient's side of a referral. */
@ApplicationScoped
class Responding {
  private final Referrals referrals;
  private final Ledger ledger;
  private final Announcing announcing;
  private final Deadlines deadlines;
  private final DueDates dueDates;
  private final Journal journal;
  private final Provenance provenance;

  Responding(
      Referrals referrals,
      Ledger ledger,
      Announcing announcing,
      Deadlines deadlines,
      DueDates dueDates,
      Journal journal,
      Provenance provenance) {
    this.referrals = referrals;
    this.ledger = ledger;
    this.announcing = announcing;
    this.deadlines = deadlines;
    this.dueDates = dueDates;
    this.journal = journal;
    this.provenance = provenance;
  }

  @Transactional
  Referral receive(UUID id, String ifMatch) {
    return referrals.change(
        id, ifMatch, (referral, now) -> journal.append(referral.receive(provenance.caller(), now)));
  }

  @Transactional
  Referral accept(UUID id, String ifMatch) {
    return referrals.change(
        id,
        ifMatch,
        (referral, now) -> {
          journal.append(referral.accept(provenance.caller(), now));
          answered(referral, DisclosureResponse.ACCEPTED);
        });
  }

  @Transactional
  Referral reject(UUID id, String ifMatch, RejectReferral rejection) {
    return referrals.change(
        id,
        ifMatch,
        (referral, now) -> {
          journal.append(referral.reject(rejection, provenance.caller(), now));
          answered(referral, DisclosureResponse.DECLINED);
        });
  }

  @Transactional
  Referral ask(UUID id, String ifMatch, AskInformation asked) {
    return referrals.change(
        id,
        ifMatch,
        (referral, now) -> {
          journal.append(referral.ask(asked, provenance.caller(), now));
          dueDates.cancel(Chasing.ANSWER, id);
          announcing.toSender(referral, About.REFERRAL_INFORMATION_ASKED);
        });
  }

  @Transactional
  Referral progress(UUID id, String ifMatch, ReportProgress report) {
    return referrals.change(
        id,
        ifMatch,
        (referral, now) -> {
          journal.append(referral.progress(report, provenance.caller(), now));
          dueDates.cancel(Chasing.REST, id);
        });
  }

  @Transactional
  Referral hold(UUID id, String ifMatch, HoldReferral hold) {
    return referrals.change(
        id,
        ifMatch,
        (referral, now) -> {
          journal.append(
              referral.hold(hold, deadlines.lastDayOfRest(now), provenance.caller(), now));
          dueDates.schedule(Chasing.REST, id, London.endOf(hold.until()));
        });
  }

  @Transactional
  Referral complete(UUID id, String ifMatch, CompleteReferral completion) {
    return referrals.change(
        id,
        ifMatch,
        (referral, now) -> {
          journal.append(referral.complete(completion, provenance.caller(), now));
          dueDates.cancel(Chasing.REST, id);
          ledger.cameBack(
              referral.disclosureId(),
              referral.personId(),
              completion.outcome() == Outcome.NO_FURTHER_ACTION
                  ? DisclosureResponse.NO_FURTHER_ACTION
                  : DisclosureResponse.ACTED_ON);
          announcing.toSender(referral, About.REFERRAL_OUTCOME);
        });
  }

  private void answered(Referral referral, DisclosureResponse response) {
    dueDates.cancel(Chasing.ANSWER, referral.id());
    ledger.cameBack(referral.disclosureId(), referral.personId(), response);
    announcing.toSender(referral, About.REFERRAL_ANSWERED);
  }
}
