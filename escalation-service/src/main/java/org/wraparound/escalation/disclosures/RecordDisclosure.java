package org.wraparound.escalation.disclosures;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.ProblemException;

/**
 * Record that something was told outside the suite, such as on the telephone.
 *
 * @param toldAt when; now when absent
 * @param withheldFromPersonReason why the person's own view leaves it out, such as that it would
 *     put somebody at risk; absent when it does not
 */
@Schema(
    name = "RecordDisclosure",
    example =
        """
        {
          "personId": "0193564e-1a20-7d55-9b3e-2c4b8f0e7a10",
          "recipient": {"name": "Duty sergeant, Bridgeshire Police"},
          "content": ["IDENTITY", "CONCERN", "RISK"],
          "purpose": "POLICE_ADVICE",
          "consent": {"answer": "REFUSED", "on": "2026-11-02"},
          "basis": {
            "lawfulBasis": "ea",
            "condition": "DPA2018_SCH1_PARA18",
            "reason": "She is at risk of serious harm from her partner tonight."
          },
          "route": "PHONE",
          "toldAt": "2026-11-02T20:15:00Z"
        }
        """)
record RecordDisclosure(
    @NotNull(message = "say whom it is about") UUID personId,
    @Valid @NotNull(message = "say who was told: an agency's code, or a name") Recipient recipient,
    @NotEmpty(message = "say what was told: codes of the list disclosed-content")
        List<@NotNull(message = "choose a code of the list disclosed-content") DisclosedContent>
            content,
    @Valid
        @Size(max = 50, message = "at most 50 records")
        @Schema(description = "Records that were shared, if any")
        List<@NotNull(message = "give kind and id") RecordReference> records,
    @NotNull(message = "choose a code of the list disclosure-purpose") DisclosurePurpose purpose,
    @Valid Consent consent,
    @Valid Basis basis,
    @NotNull(message = "choose a code of the list disclosure-route") DisclosureRoute route,
    Instant toldAt,
    @Size(min = 10, max = 4000, message = "say why in 10 to 4000 characters")
        String withheldFromPersonReason) {

  Disclosing by(String agency, Clock clock) {
    recipient.mustBeEither();
    Instant now = clock.instant();
    if (toldAt != null && toldAt.isAfter(now)) {
      throw ProblemException.invalid("toldAt", "must not be in the future");
    }
    return new Disclosing(
        personId,
        agency,
        recipient,
        content,
        records == null ? List.of() : records,
        purpose,
        new Grounds(consent, basis),
        route,
        toldAt == null ? now : toldAt,
        withheldFromPersonReason);
  }
}
