package org.wraparound.escalation.drift;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.disclosures.DisclosedContent;
import org.wraparound.escalation.disclosures.Disclosing;
import org.wraparound.escalation.disclosures.DisclosurePurpose;
import org.wraparound.escalation.disclosures.DisclosureRoute;
import org.wraparound.escalation.disclosures.Grounds;
import org.wraparound.escalation.disclosures.Ledger;
import org.wraparound.escalation.disclosures.Recipient;
import org.wraparound.escalation.disclosures.RecordReference;
import org.wraparound.escalation.notices.KnownNotice;
import org.wraparound.escalation.notices.KnownNotices;
import org.wraparound.escalation.notices.NotTold;
import org.wraparound.escalation.notices.NoticeWatcher;
import org.wraparound.escalation.notices.Subject;

/**
 * That another agency than the plan's provider was told of an action is a disclosure; it is written
 * down when the notice has gone out.
 */
@ApplicationScoped
class Disclosed implements NoticeWatcher {
  private final KnownNotices notices;
  private final Ledger ledger;
  private final Clock clock;

  Disclosed(KnownNotices notices, Ledger ledger, Clock clock) {
    this.notices = notices;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Subject subject() {
    return Subject.ACTION;
  }

  @Override
  public void settled(UUID noticeId, NotTold why, Instant at) {
    if (why == null) {
      record(noticeId, at);
    }
  }

  /** It has gone out at once. */
  void told(UUID noticeId) {
    record(noticeId, clock.instant());
  }

  private void record(UUID noticeId, Instant at) {
    KnownNotice told = notices.get(noticeId);
    if (told.toAgency().equals(told.agency())) {
      return;
    }
    ledger.record(
        new Disclosing(
            told.personId(),
            told.agency(),
            Recipient.agency(told.toAgency()),
            List.of(DisclosedContent.SUPPORT_PLAN),
            List.of(new RecordReference(RecordReference.Kind.ACTION, told.subjectId())),
            DisclosurePurpose.DIRECT_CARE,
            Grounds.ofAction(told.reference()),
            DisclosureRoute.valueOf(told.kind().name()),
            at,
            null));
  }
}
