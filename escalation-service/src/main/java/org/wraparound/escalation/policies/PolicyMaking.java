package org.wraparound.escalation.policies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;

/** Making a policy: drafting and rewriting it, and letting it come into force or giving it up. */
@ApplicationScoped
class PolicyMaking {
  private static final Set<String> MAY_HAVE_ONE =
      Set.of("PROVIDER", "LOCAL_AUTHORITY_SAFEGUARDING");

  private final Policies policies;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  PolicyMaking(Policies policies, Journal journal, Provenance provenance, Clock clock) {
    this.policies = policies;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  PolicyVersion draft(String content) {
    Caller caller = provenance.caller();
    if (caller.agencyType() == null || !MAY_HAVE_ONE.contains(caller.agencyType())) {
      throw ProblemException.forbidden(
          "Only a provider and a council's safeguarding team have policies of their own.");
    }
    mustBeGood(content);
    PolicyVersion drafted =
        new PolicyVersion(policies.nextVersion(), content, caller, clock.instant());
    policies.persistAndFlush(drafted);
    journal.append(drafted.drafted());
    return drafted;
  }

  @Transactional
  PolicyVersion revise(int version, String ifMatch, String content) {
    PolicyVersion policy = policies.get(version, provenance.caller());
    EntityTags.require(ifMatch, policy.revision());
    mustBeGood(content);
    return change(policy, (caller, now) -> policy.revise(content, caller, now));
  }

  @Transactional
  PolicyVersion approve(int version, String ifMatch, ApprovePolicy approval) {
    PolicyVersion policy = policies.get(version, provenance.caller());
    EntityTags.honour(ifMatch, policy.revision());
    return change(
        policy,
        (caller, now) -> policy.approve(approval.inForceFrom(), approval.note(), caller, now));
  }

  @Transactional
  PolicyVersion withdraw(int version, String ifMatch, WithdrawPolicy withdrawal) {
    PolicyVersion policy = policies.get(version, provenance.caller());
    EntityTags.honour(ifMatch, policy.revision());
    return change(policy, (caller, now) -> policy.withdraw(withdrawal.reason(), caller, now));
  }

  private PolicyVersion change(
      PolicyVersion policy, BiFunction<Caller, Instant, PolicyEvent> transition) {
    journal.append(transition.apply(provenance.caller(), clock.instant()));
    policies.flush();
    return policy;
  }

  private static void mustBeGood(String content) {
    try {
      Policy.read(content);
    } catch (InvalidPolicyException e) {
      throw ProblemException.invalid(e.violations());
    }
  }
}
