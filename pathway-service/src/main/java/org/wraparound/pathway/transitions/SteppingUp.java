package org.wraparound.pathway.transitions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.pathway.circle.Circle;

/** More support for a person: proposed by a rule or by hand, decided by a commissioner. */
@ApplicationScoped
class SteppingUp {
  private static final String COMMISSIONER = "COMMISSIONER";

  private final Transitions transitions;
  private final References references;
  private final Circle circle;
  private final Journal journal;
  private final StepUpClocks clocks;
  private final Provenance provenance;
  private final StepUpLimits limits;
  private final Clock clock;

  SteppingUp(
      Transitions transitions,
      References references,
      Circle circle,
      Journal journal,
      StepUpClocks clocks,
      Provenance provenance,
      StepUpLimits limits,
      Clock clock) {
    this.transitions = transitions;
    this.references = references;
    this.circle = circle;
    this.journal = journal;
    this.clocks = clocks;
    this.provenance = provenance;
    this.limits = limits;
    this.clock = clock;
  }

  /** A rule fired that proposes more support; each firing proposes once. */
  @Transactional(Transactional.TxType.MANDATORY)
  void propose(EscalationFeed.EscalationRaised escalation) {
    if (!transitions.areProposedBy(escalation.thresholdId())) {
      Instant now = clock.instant();
      add(Transition.proposedBy(escalation, nextReference(), now));
    }
  }

  /**
   * Someone of the provider proposes more support.
   *
   * @throws ProblemException 404 when they may not see the person, 403 when their agency does not
   *     keep the person's record
   */
  @Transactional
  Transition propose(ProposeStepUp proposal) {
    String owner = circle.ownerOf(proposal.personId());
    Caller caller = provenance.caller();
    if (!owner.equals(caller.agency())) {
      throw ProblemException.forbidden(
          "Only " + owner + ", which supports this person, proposes more support by hand.");
    }
    Instant now = clock.instant();
    return add(Transition.proposedBy(caller, proposal, nextReference(), now));
  }

  /** A commissioner authorises a step-up; its review, expiry and length are told by themselves. */
  @Transactional
  Transition authorise(UUID id, AuthoriseStepUp terms, String ifMatch) {
    Transition transition = toDecide(id, ifMatch);
    journal.append(transition.authorise(terms, provenance.caller(), limits, clock.instant()));
    clocks.set(transition);
    transitions.flush();
    return transition;
  }

  /** A commissioner refuses a step-up. */
  @Transactional
  Transition refuse(UUID id, String reason, String ifMatch) {
    Transition transition = toDecide(id, ifMatch);
    journal.append(transition.refuse(reason, provenance.caller(), clock.instant()));
    transitions.flush();
    return transition;
  }

  /** A clock of an authorised step-up has run out. */
  @Transactional(Transactional.TxType.MANDATORY)
  void tell(UUID id, BiFunction<Transition, Instant, TransitionEvent> what) {
    transitions
        .findByIdOptional(id)
        .ifPresent(transition -> journal.append(what.apply(transition, clock.instant())));
  }

  /** The transition; 404 when there is none, or none the caller may see. */
  Transition one(UUID id) {
    return transitions
        .findByIdOptional(id)
        .orElseThrow(() -> ProblemException.notFound("transition", id));
  }

  private Transition toDecide(UUID id, String ifMatch) {
    Transition transition = one(id);
    if (!COMMISSIONER.equals(provenance.caller().agencyType())) {
      throw ProblemException.forbidden("Only a commissioning agency decides on a step-up.");
    }
    EntityTags.honour(ifMatch, transition.version());
    return transition;
  }

  private Transition add(Transition transition) {
    transitions.persistAndFlush(transition);
    journal.append(transition.proposed());
    return transition;
  }

  private String nextReference() {
    return references.next("STP", "transition_number");
  }
}
