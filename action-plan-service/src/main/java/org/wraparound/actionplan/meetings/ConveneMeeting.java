package org.wraparound.actionplan.meetings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.plans.PlanKind;

/** Calls a meeting. */
@Schema(
    example =
        """
        {"personId": "019a1c40-0000-7a11-8c00-0000000000c1", "kind": "COMPATIBILITY_REVIEW",
         "purpose": "Decide how both tenants can go on living here",
         "dueBy": "2030-03-29", "scheduledFor": "2030-03-21T10:00:00Z", "place": "The town hall",
         "invitees": [
           {"agency": "OAKFIELD", "role": "Service manager"},
           {"agency": "BRIDGESHIRE-COMMISSIONING", "role": "Commissioner"},
           {"agency": "ANYTOWN-HOUSING", "role": "Housing officer", "external": true}]}
        """)
record ConveneMeeting(
    @NotNull(message = "say whom it is about") UUID personId,
    @Schema(
            description =
                "The open plan that it works on. Without it, the person's open plan of planKind is"
                    + " joined, or one opened.")
        UUID planId,
    @Schema(description = "From the list plan-kind; without it, the one that fits the meeting.")
        PlanKind planKind,
    @NotNull(message = "say what it is, from the list meeting-kind") MeetingKind kind,
    @NotBlank(message = "say what it is to find out or decide")
        @Size(max = 2000, message = "use at most 2000 characters")
        String purpose,
    @Schema(description = "Last day to hold it, Europe/London; today or later.")
        @NotNull(message = "give the last day to hold it, such as 2026-01-31")
        LocalDate dueBy,
    @Schema(description = "When it is to begin; may follow later.") Instant scheduledFor,
    @Schema(description = "Where, or how to join it.")
        @Size(max = 500, message = "use at most 500 characters")
        String place,
    @NotEmpty(message = "invite at least one agency") @Size(max = 50, message = "invite at most 50")
        List<@NotNull(message = "say who is invited") @Valid Invitation> invitees,
    @Schema(
            description =
                "The meeting that it follows; without it, the one last held on the same plan.")
        UUID follows,
    RequestedBy requestedBy) {}
