package org.wraparound.escalation.referrals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.wraparound.escalation.CallersCircle;
import org.wraparound.escalation.communication.SafeCommunication;
import org.wraparound.escalation.communication.SafeCommunications;
import org.wraparound.escalation.disclosures.Ledger;
import org.wraparound.escalation.escalations.KnownEscalation;
import org.wraparound.escalation.escalations.KnownEscalations;
import org.wraparound.escalation.incidents.KnownIncident;
import org.wraparound.escalation.incidents.KnownIncidents;
import org.wraparound.escalation.notices.About;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralInformationGiven;
import org.wraparound.escalation.referrals.ReferralEvent.ReferralSent;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;

/** The sender's side of a referral. */
@ApplicationScoped
class Referring {
  private final Referrals referrals;
  private final KnownIncidents incidents;
  private final KnownEscalations escalations;
  private final CallersCircle circle;
  private final SafeCommunications safeCommunications;
  private final Ledger ledger;
  private final Announcing announcing;
  private final Deadlines deadlines;
  private final DueDates dueDates;
  private final References references;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Referring(
      Referrals referrals,
      KnownIncidents incidents,
      KnownEscalations escalations,
      CallersCircle circle,
      SafeCommunications safeCommunications,
      Ledger ledger,
      Announcing announcing,
      Deadlines deadlines,
      DueDates dueDates,
      References references,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.referrals = referrals;
    this.incidents = incidents;
    this.escalations = escalations;
    this.circle = circle;
    this.safeCommunications = safeCommunications;
    this.ledger = ledger;
    this.announcing = announcing;
    this.deadlines = deadlines;
    this.dueDates = dueDates;
    this.references = references;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  Referral draft(DraftReferral draft) {
    Caller caller = circle.workingWith(draft.personId());
    Referral referral =
        new Referral(
            draft.personId(),
            references.next("REF", "referral_reference"),
            draft.content(),
            sourceOf(draft),
            caller,
            clock.instant());
    referrals.persistAndFlush(referral);
    return referral;
  }

  @Transactional
  Referral rewrite(UUID id, String ifMatch, ReferralContent content) {
    Referral referral = referrals.get(id);
    EntityTags.require(ifMatch, referral.version());
    referral.rewrite(content, provenance.caller(), clock.instant());
    referrals.flush();
    return referral;
  }

  @Transactional
  Referral send(UUID id, String ifMatch, SendReferral sending) {
    Referral referral = referrals.get(id);
    EntityTags.honour(ifMatch, referral.version());
    circle.workingWith(referral.personId());
    referrals
        .inTheWayOf(referral)
        .ifPresent(
            live -> {
              throw ProblemException.conflict(
                  "A referral to this agency for this purpose is live: " + live.reference() + ".",
                  live.uri());
            });
    Instant now = clock.instant();
    ReferralSent sent =
        referral.send(
            sending,
            safeCommunicationOf(referral),
            deadlines.answerBy(referral.content().purpose(), now),
            provenance.caller(),
            now);
    try {
      referrals.flush();
    } catch (ConstraintViolationException e) {
      // one that the caller may not see, or one sent at the same moment
      throw ProblemException.conflict(
          "Another referral to this agency for this purpose is live; the agency knows of it.");
    }
    journal.append(sent);
    referral.disclosedAs(ledger.record(referral.sending()));
    dueDates.schedule(Chasing.ANSWER, id, referral.respondBy());
    announcing.toRecipient(referral, About.REFERRAL_SENT);
    referrals.flush();
    return referral;
  }

  @Transactional
  Referral inform(UUID id, String ifMatch, GiveInformation given) {
    return referrals.change(
        id,
        ifMatch,
        (referral, now) -> {
          ReferralInformationGiven event =
              referral.inform(given, safeCommunicationOf(referral), provenance.caller(), now);
          journal.append(event);
          ledger.record(referral.informing(event));
          if (referral.isAwaited()) {
            dueDates.schedule(Chasing.ANSWER, id, referral.respondBy());
          }
          announcing.toRecipient(referral, About.REFERRAL_INFORMATION_GIVEN);
        });
  }

  @Transactional
  Referral chase(UUID id, String ifMatch) {
    return referrals.change(
        id,
        ifMatch,
        (referral, now) -> {
          journal.append(referral.chaseByHand(provenance.caller(), now));
          dueDates.schedule(
              Chasing.ANSWER, id, later(referral.respondBy(), deadlines.nextChase(now)));
          announcing.toRecipient(referral, About.REFERRAL_CHASED);
        });
  }

  @Transactional
  Referral readFeedback(UUID id, String ifMatch) {
    return referrals.change(
        id,
        ifMatch,
        (referral, now) -> journal.append(referral.readFeedback(provenance.caller(), now)));
  }

  @Transactional
  Referral cancel(UUID id, String ifMatch, CancelReferral cancellation) {
    return referrals.change(
        id,
        ifMatch,
        (referral, now) ->
            takenBack(referral, referral.cancel(cancellation, provenance.caller(), now)));
  }

  @Transactional
  Referral enterInError(UUID id, String ifMatch, EnterInError error) {
    return referrals.change(
        id,
        ifMatch,
        (referral, now) ->
            takenBack(referral, referral.enterInError(error, provenance.caller(), now)));
  }

  private void takenBack(Referral referral, Optional<? extends ReferralEvent> event) {
    dueDates.cancel(Chasing.ANSWER, referral.id());
    dueDates.cancel(Chasing.REST, referral.id());
    event.ifPresent(
        sentBefore -> {
          journal.append(sentBefore);
          announcing.toRecipient(referral, About.REFERRAL_TAKEN_BACK);
        });
  }

  private SafeCommunication safeCommunicationOf(Referral referral) {
    return safeCommunications.of(referral.personId()).orElse(null);
  }

  /** What the records that the draft follows from are known to be, by their codes. */
  private Source sourceOf(DraftReferral draft) {
    if (draft.escalationId() != null && draft.incidentId() != null) {
      throw ProblemException.invalid(
          "incidentId", "leave it out: the escalation takes its incidents along");
    }
    if (draft.escalationId() != null) {
      KnownEscalation escalation =
          escalations
              .of(draft.escalationId())
              .filter(known -> known.personId().equals(draft.personId()))
              .orElseThrow(() -> unknown("escalationId", "escalation"));
      return new Source(
          Source.FromEscalation.of(escalation), known(draft.personId(), escalation.incidentIds()));
    }
    if (draft.incidentId() == null) {
      return Source.NONE;
    }
    List<Source.FromIncident> incident = known(draft.personId(), List.of(draft.incidentId()));
    if (incident.isEmpty()) {
      throw unknown("incidentId", "incident");
    }
    return new Source(null, incident);
  }

  private List<Source.FromIncident> known(UUID personId, List<UUID> ids) {
    return incidents.of(ids).stream()
        .filter(incident -> incident.personId().equals(personId))
        .map(KnownIncident::facts)
        .map(Source.FromIncident::of)
        .toList();
  }

  private static ProblemException unknown(String field, String record) {
    return ProblemException.invalid(
        field, "no " + record + " of this person that your agency may see has this id");
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
