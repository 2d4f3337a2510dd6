package org.wraparound.escalation.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.communication.ToHonour;
import org.wraparound.escalation.disclosures.Basis;
import org.wraparound.escalation.disclosures.Consent;

/**
 * A referral as both sides see it.
 *
 * @param sender agency that refers
 * @param source coded facts of the records it follows from
 * @param safeCommunication what to honour when telling of the person; null when nothing is arranged
 * @param consent what the person said to sharing it; null for a draft and where nothing is said
 * @param basis the law under which it is shared; null for a draft and where consent suffices
 * @param disclosureId its entry in the ledger; null for a draft
 * @param respondBy when it should be accepted or rejected; later by the time that answers to
 *     questions took
 * @param overdue neither accepted nor rejected by then, and no question is open
 * @param chases reminders sent
 * @param informationAwaited the recipient has asked, and the sender has not answered yet
 * @param heldUntil last day of its rest, Europe/London
 * @param thread what was done and said, in order; empty for a draft
 */
@Schema(name = "Referral")
record ReferralView(
    UUID id,
    String reference,
    Status status,
    UUID personId,
    String sender,
    String recipientAgency,
    Purpose purpose,
    String purposeInWords,
    String concern,
    String background,
    String whatIsAsked,
    String whatThePersonWants,
    String whyNotAsked,
    Source source,
    ToHonour safeCommunication,
    Consent consent,
    Basis basis,
    UUID disclosureId,
    Instant draftedAt,
    String draftedBy,
    Instant sentAt,
    Instant respondBy,
    boolean overdue,
    int chases,
    Instant lastChasedAt,
    boolean informationAwaited,
    Instant receivedAt,
    Instant acceptedAt,
    Instant rejectedAt,
    RejectionReason rejectionReason,
    LocalDate heldUntil,
    Instant completedAt,
    Outcome outcome,
    Instant feedbackReadAt,
    Instant cancelledAt,
    Instant enteredInErrorAt,
    List<ThreadEntry.View> thread) {

  /**
   * @param safe what to honour, or null
   */
  static ReferralView of(Referral referral, ToHonour safe, Instant now) {
    ReferralContent content = referral.content();
    return new ReferralView(
        referral.id(),
        referral.reference(),
        referral.status(),
        referral.personId(),
        referral.agency(),
        content.recipientAgency(),
        content.purpose(),
        content.purposeInWords(),
        content.concern(),
        content.background(),
        content.whatIsAsked(),
        content.whatThePersonWants(),
        content.whyNotAsked(),
        referral.source(),
        safe,
        referral.consent(),
        referral.basis(),
        referral.disclosureId(),
        referral.draftedAt(),
        referral.draftedBy(),
        referral.sentAt(),
        referral.respondBy(),
        referral.isOverdue(now),
        referral.chases(),
        referral.chasedAt(),
        referral.isInformationAwaited(),
        referral.receivedAt(),
        referral.acceptedAt(),
        referral.rejectedAt(),
        referral.rejectionReason(),
        referral.heldUntil(),
        referral.completedAt(),
        referral.outcome(),
        referral.feedbackReadAt(),
        referral.cancelledAt(),
        referral.enteredInErrorAt(),
        referral.thread().stream().map(ThreadEntry::view).toList());
  }
}
