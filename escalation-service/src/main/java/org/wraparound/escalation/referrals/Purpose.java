package org.wraparound.escalation.referrals;

import java.util.Optional;
import org.wraparound.escalation.disclosures.DisclosurePurpose;
import org.wraparound.escalation.policies.Route;

/**
 * What an agency is asked for; the list {@code referral-purpose}.
 *
 * <p>Code, because each is a purpose of telling something too, and some have a rota of their own at
 * the agency that is asked.
 */
enum Purpose {
  SAFEGUARDING_CONCERN(DisclosurePurpose.SAFEGUARDING_CONCERN, Route.SAFEGUARDING_ADULTS),
  MARAC(DisclosurePurpose.MARAC, Route.MARAC),
  HEALTH_REVIEW(DisclosurePurpose.HEALTH_REVIEW, Route.GP_OR_URGENT_CARE),
  BEHAVIOUR_SUPPORT(DisclosurePurpose.BEHAVIOUR_SUPPORT, Route.CLDT),
  POLICE_ADVICE(DisclosurePurpose.POLICE_ADVICE, Route.POLICE),
  ADVOCACY(DisclosurePurpose.ADVOCACY, null),
  HOUSING(DisclosurePurpose.HOUSING, null),
  SUBSTANCE_MISUSE(DisclosurePurpose.SUBSTANCE_MISUSE, null),
  COMMISSIONING_REVIEW(DisclosurePurpose.COMMISSIONING_REVIEW, Route.COMMISSIONER),
  /** In words. */
  OTHER(DisclosurePurpose.OTHER, null);

  private final DisclosurePurpose disclosure;
  private final Route route;

  Purpose(DisclosurePurpose disclosure, Route route) {
    this.disclosure = disclosure;
    this.route = route;
  }

  /** What for, in the ledger. */
  DisclosurePurpose disclosure() {
    return disclosure;
  }

  /** Whose rota at the agency answers for it, where there is one. */
  Optional<Route> route() {
    return Optional.ofNullable(route);
  }
}
