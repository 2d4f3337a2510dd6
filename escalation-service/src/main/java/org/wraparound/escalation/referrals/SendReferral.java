package org.wraparound.escalation.referrals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.disclosures.Basis;
import org.wraparound.escalation.disclosures.Consent;
import org.wraparound.escalation.disclosures.DisclosureRoute;
import org.wraparound.escalation.disclosures.Grounds;

/**
 * Send a referral.
 *
 * @param consent what the person said to it
 * @param basis the law under which it is shared, where consent does not permit it
 * @param route how it goes; SYSTEM when absent
 * @param withheldFromPersonReason why the person's own view of disclosures leaves it out, such as
 *     that it would put somebody at risk; absent when it does not
 */
@Schema(
    name = "SendReferral",
    example =
        """
        {
          "consent": {"answer": "REFUSED", "on": "2026-11-02"},
          "basis": {
            "lawfulBasis": "ea",
            "condition": "DPA2018_SCH1_PARA18",
            "reason": "She is at risk of serious harm and cannot protect herself from him."
          }
        }
        """)
record SendReferral(
    @Valid Consent consent,
    @Valid Basis basis,
    DisclosureRoute route,
    @Size(min = 10, max = 4000, message = "say why in 10 to 4000 characters")
        String withheldFromPersonReason) {

  Grounds grounds() {
    return new Grounds(consent, basis);
  }

  DisclosureRoute routeOrSystem() {
    return route == null ? DisclosureRoute.SYSTEM : route;
  }
}
