package org.wraparound.escalation.referrals;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.wraparound.escalation.notices.About;
import org.wraparound.escalation.notices.Notifying;
import org.wraparound.escalation.notices.Subject;
import org.wraparound.escalation.notices.Telling;
import org.wraparound.escalation.policies.Route;

/** Telling either side of a referral that the next word is theirs. */
@ApplicationScoped
class Announcing {
  private final Notifying notifying;

  Announcing(Notifying notifying) {
    this.notifying = notifying;
  }

  /** Those who answer such referrals at the recipient. */
  void toRecipient(Referral referral, About about) {
    tell(
        referral,
        referral.content().recipientAgency(),
        referral.content().purpose().route(),
        about,
        referral.isAwaited() ? referral.respondBy() : null);
  }

  /** Those who are on call at the sender. */
  void toSender(Referral referral, About about) {
    tell(referral, referral.agency(), Optional.of(Route.ON_CALL_MANAGER), about, null);
  }

  private void tell(
      Referral referral, String agency, Optional<Route> route, About about, Instant answerBy) {
    notifying.tellWhoIsOnCall(
        new Telling(
            Subject.REFERRAL,
            referral.id(),
            referral.reference(),
            referral.personId(),
            referral.agency(),
            agency,
            null,
            about,
            answerBy),
        route);
  }
}
