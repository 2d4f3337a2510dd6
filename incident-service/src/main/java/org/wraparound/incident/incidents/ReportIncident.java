package org.wraparound.incident.incidents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.incident.incidents.Account.Allegation;
import org.wraparound.incident.incidents.Account.DeEscalationStep;
import org.wraparound.incident.incidents.Account.ImmediateSafetyAction;
import org.wraparound.incident.incidents.Account.PersonInvolved;
import org.wraparound.incident.incidents.Account.RestrictiveIntervention;

@Schema(
    name = "ReportIncident",
    description =
        "An incident as it is recorded. What is left out is not yet recorded; an empty list or false says that there was none.",
    example =
        """
        {
          "personId": "01a1ffed-7f35-7a5f-975b-c9834fc72d56",
          "settingId": "ELM-HOUSE",
          "kind": "SAFEGUARDING_CONCERN",
          "location": "SUPPORTED_LIVING",
          "happenedAt": "2026-11-20T18:40:00Z",
          "physicalHarm": "LOW",
          "psychologicalHarm": "MODERATE",
          "behaviour": "Another tenant struck him on the arm in the kitchen.",
          "antecedents": "Both wanted the kettle; the room was loud.",
          "staffResponse": "Stood between them and offered the quiet room.",
          "deEscalationSteps": [{"step": "Offered the quiet room", "worked": true}],
          "immediateSafetyActions": [
            {"action": "Tenants kept in separate rooms", "byWhom": "Shift lead", "at": "2026-11-20T18:45:00Z"}
          ],
          "allegations": [
            {"source": "OTHER_KNOWN_TO_INDIVIDUAL", "type": "PHYSICAL", "location": "SUPPORTED_LIVING"}
          ],
          "restrictiveInterventions": [],
          "policeInvolved": false
        }
        """)
record ReportIncident(
    @NotNull(message = "say whom it concerns, by the person's id") UUID personId,
    @Pattern(
            regexp = "[A-Z0-9][A-Z0-9-]{0,39}",
            message = "a setting is up to 40 capital letters, digits and hyphens")
        String settingId,
    @NotNull(message = "choose a code of the list incident-kind") Codes.IncidentKind kind,
    @NotNull(message = "choose a code of the list location-of-risk") Codes.LocationOfRisk location,
    @NotNull(message = "say when it happened, as a time such as 2026-01-31T13:45:00Z")
        Instant happenedAt,
    Instant endedAt,
    Codes.PhysicalHarm physicalHarm,
    Codes.PsychologicalHarm psychologicalHarm,
    @Size(max = 4000, message = "write at most 4000 characters") String settingEvents,
    @Size(max = 4000, message = "write at most 4000 characters") String antecedents,
    @Size(max = 4000, message = "write at most 4000 characters") String earlySigns,
    @NotBlank(message = "describe what happened")
        @Size(max = 4000, message = "write at most 4000 characters")
        String behaviour,
    @Size(max = 4000, message = "write at most 4000 characters") String staffResponse,
    @Size(max = 4000, message = "write at most 4000 characters") String consequences,
    @Size(max = 4000, message = "write at most 4000 characters") String recovery,
    @Size(max = 20, message = "list at most 20")
        List<
                @NotBlank(message = "say what was tried")
                @Size(max = 200, message = "write at most 200 characters") String>
            proactiveStrategies,
    @Size(max = 20, message = "list at most 20")
        List<@Valid @NotNull DeEscalationStep> deEscalationSteps,
    @Size(max = 20, message = "list at most 20")
        List<@Valid @NotNull PersonInvolved> peopleInvolved,
    @Size(max = 20, message = "list at most 20")
        List<@Valid @NotNull ImmediateSafetyAction> immediateSafetyActions,
    @Size(max = 20, message = "list at most 20") List<@Valid @NotNull Allegation> allegations,
    @Size(max = 20, message = "list at most 20")
        List<@Valid @NotNull RestrictiveIntervention> restrictiveInterventions,
    Boolean policeInvolved,
    Boolean propertyDamaged,
    Boolean othersThreatened,
    Boolean medicationInvolved,
    Boolean supportRefused) {}
