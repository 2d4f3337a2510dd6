package org.wraparound.incident.incidents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a record should not have been made. */
@Schema(
    name = "WithdrawIncident",
    example =
        """
        {"reasonCode": "WRONG_PERSON", "reason": "It was about the tenant next door; see INC-26-000018."}
        """)
record WithdrawIncident(
    @NotNull(message = "choose a code of the list withdrawal-reason")
        Codes.WithdrawalReason reasonCode,
    @NotBlank(message = "say why it is withdrawn")
        @Size(max = 4000, message = "write at most 4000 characters")
        String reason) {}
