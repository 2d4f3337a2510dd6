package org.wraparound.escalation.referrals;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.wraparound.escalation.directory.OnCall;
import org.wraparound.escalation.directory.OnCallContact;
import org.wraparound.escalation.notices.About;
import org.wraparound.escalation.notices.Notifying;
import org.wraparound.escalation.notices.Subject;
import org.wraparound.escalation.notices.Telling;
import org.wraparound.escalation.policies.Route;

/** Telling either side of a referral that the next word is theirs. */
@ApplicationScoped
class Announcing {
  private static final int FIRST_TIER = 1;

  private final OnCall onCall;
  private final Notifying notifying;

  Announcing(OnCall onCall, Notifying notifying) {
    this.onCall = onCall;
    this.notifying = notifying;
  }

  /** Those who answer such referrals at the recipient. */
  void toRecipient(Referral referral, About about, Instant at) {
    String recipient = referral.content().recipientAgency();
    List<OnCallContact> contacts =
        referral
            .content()
            .purpose()
            .route()
            .map(route -> onCall.at(recipient, route, null, FIRST_TIER, at))
            .orElse(List.of());
    tell(referral, recipient, contacts, about, referral.isAwaited() ? referral.respondBy() : null);
  }

  /** Those who are on call at the sender. */
  void toSender(Referral referral, About about, Instant at) {
    String sender = referral.agency();
    tell(
        referral,
        sender,
        onCall.at(sender, Route.ON_CALL_MANAGER, null, FIRST_TIER, at),
        about,
        null);
  }

  private void tell(
      Referral referral,
      String agency,
      List<OnCallContact> contacts,
      About about,
      Instant answerBy) {
    if (contacts.isEmpty()) {
      // no rota says who: the agency's system alone
      tell(referral, agency, (OnCallContact) null, about, answerBy);
    }
    contacts.forEach(contact -> tell(referral, agency, contact, about, answerBy));
  }

  private void tell(
      Referral referral, String agency, OnCallContact contact, About about, Instant answerBy) {
    notifying.tell(
        new Telling(
            Subject.REFERRAL,
            referral.id(),
            referral.reference(),
            referral.personId(),
            referral.agency(),
            agency,
            contact,
            about,
            answerBy));
  }
}
