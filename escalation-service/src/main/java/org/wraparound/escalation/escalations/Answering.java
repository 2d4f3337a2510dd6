package org.wraparound.escalation.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.wraparound.escalation.enquiries.Enquiring;
import org.wraparound.escalation.enquiries.OpenEnquiry;
import org.wraparound.escalation.quality.DecidedCase;
import org.wraparound.escalation.quality.Sampling;
import org.wraparound.escalation.safeguarding.S42;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;

/** Answering an escalation: taking it on, deciding it, being done with it. */
@ApplicationScoped
class Answering {
  private final Escalations escalations;
  private final Climbing climbing;
  private final Pausing pausing;
  private final DueDates dueDates;
  private final Enquiring enquiring;
  private final Sampling sampling;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Answering(
      Escalations escalations,
      Climbing climbing,
      Pausing pausing,
      DueDates dueDates,
      Enquiring enquiring,
      Sampling sampling,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.escalations = escalations;
    this.climbing = climbing;
    this.pausing = pausing;
    this.dueDates = dueDates;
    this.enquiring = enquiring;
    this.sampling = sampling;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  Escalation acknowledge(UUID id, String ifMatch) {
    return answer(
        id,
        ifMatch,
        (escalation, now) -> {
          var event = escalation.acknowledge(provenance.caller(), now);
          climbing.acknowledged(escalation, now);
          return event;
        });
  }

  @Transactional
  Escalation decide(UUID id, String ifMatch, DecideEscalation made) {
    made.mustFit();
    Escalation decided =
        answer(
            id,
            ifMatch,
            (escalation, now) -> {
              mustBeOfTheSamePerson(made.s42(), escalation);
              return escalation.decide(made, provenance.caller(), now);
            });
    followUp(decided);
    return decided;
  }

  @Transactional
  Escalation signOff(UUID id, String ifMatch, SignOffDecision said) {
    said.mustSayWhatIsWrong();
    Escalation reviewed =
        answer(
            id, ifMatch, (escalation, now) -> escalation.signOff(said, provenance.caller(), now));
    followUp(reviewed);
    return reviewed;
  }

  private void mustBeOfTheSamePerson(S42 s42, Escalation escalation) {
    UUID other = s42 == null ? null : s42.duplicateOf();
    if (other != null
        && (other.equals(escalation.id())
            || escalations
                .findByIdOptional(other)
                .filter(found -> found.personId().equals(escalation.personId()))
                .isEmpty())) {
      throw ProblemException.invalid(
          "s42.duplicateOf", "is no other escalation of this person that you can see");
    }
  }

  /** Once a decision stands, the second clock stops and what it leads to begins. */
  private void followUp(Escalation escalation) {
    if (!escalation.decisionStands()) {
      return;
    }
    dueDates.cancel(Climbing.DECISION, escalation.id());
    Triage triage = escalation.triage();
    if (triage.s42() != null && triage.s42().outcome().opensEnquiry()) {
      enquiring.open(
          new OpenEnquiry(
              escalation.id(),
              escalation.personId(),
              escalation.recipientAgency(),
              triage.s42().outcome(),
              triage.makingSafeguardingPersonal()));
    }
    sampling.consider(
        new DecidedCase(
            escalation.id(),
            escalation.personId(),
            escalation.agency(),
            escalation.decision() == Decision.NO_FURTHER_ACTION,
            triage.decidedBy().agency(),
            triage.decidedBy().userId(),
            escalation.decidedAt()));
  }

  @Transactional
  Escalation close(UUID id, String ifMatch, CloseEscalation closure) {
    return answer(
        id, ifMatch, (escalation, now) -> escalation.close(closure, provenance.caller(), now));
  }

  private Escalation answer(
      UUID id, String ifMatch, BiFunction<Escalation, Instant, EscalationEvent> transition) {
    Escalation escalation = escalations.get(id);
    EntityTags.honour(ifMatch, escalation.version());
    Instant now = clock.instant();
    if (escalation.isPaused()) {
      // whoever answers no longer needs the clocks to stand still
      pausing.resume(escalation, provenance.caller(), now);
    }
    journal.append(transition.apply(escalation, now));
    escalations.flush();
    return escalation;
  }
}
