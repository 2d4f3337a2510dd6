package org.wraparound.escalation.referrals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.escalations.KnownEscalation;
import org.wraparound.escalation.policies.Facts;
import org.wraparound.escalation.policies.Route;

/**
 * The coded facts that a referral takes along, as they stood when it was begun. What people wrote
 * stays with its owner.
 *
 * @param escalation the escalation it follows from, or null
 * @param incidents the incidents it follows from, as they happened
 */
@Schema(name = "ReferralSource")
record Source(FromEscalation escalation, List<FromIncident> incidents) {
  /** A referral that follows from no record. */
  static final Source NONE = new Source(null, List.of());

  /** An escalation, and the rule that raised it. */
  @Schema(name = "ReferralSourceEscalation")
  record FromEscalation(UUID id, String reference, Route route, String ruleCode, String tier) {
    static FromEscalation of(KnownEscalation escalation) {
      return new FromEscalation(
          escalation.id(),
          escalation.reference(),
          escalation.route(),
          escalation.ruleCode(),
          escalation.tier());
    }
  }

  /**
   * An incident.
   *
   * @param facts fact to its codes: an empty list is none, an absent fact is not yet recorded
   */
  @Schema(name = "ReferralSourceIncident")
  record FromIncident(UUID id, Instant happenedAt, Map<String, List<String>> facts) {
    static FromIncident of(Facts facts) {
      return new FromIncident(facts.incidentId(), facts.happenedAt(), facts.known());
    }
  }
}
