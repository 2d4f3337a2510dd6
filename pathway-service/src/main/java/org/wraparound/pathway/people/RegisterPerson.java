package org.wraparound.pathway.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person whom a provider begins to support. */
@Schema(
    name = "RegisterPerson",
    example =
        """
        {
          "name": {"given": "Daniel", "family": "Marsh"},
          "dateOfBirth": "1991-05-17",
          "nhsNumber": {"value": "900 000 0009", "verificationStatus": "01"},
          "communicationNeeds": "Uses signs and a picture board; needs time to answer.",
          "settingId": "ELM-HOUSE"
        }
        """)
record RegisterPerson(
    @Valid @NotNull(message = "write given and family name") PersonName name,
    @NotNull(message = "write the date of birth, such as 1991-05-17") LocalDate dateOfBirth,
    @Valid @NotNull(message = "send value with verificationStatus, or notKnownReason")
        NhsIdentity nhsNumber,
    @Size(max = 4000, message = "write at most 4000 characters") String communicationNeeds,
    @Pattern(
            regexp = "[A-Z0-9][A-Z0-9-]{0,39}",
            message = "a setting is up to 40 capital letters, digits and hyphens")
        String settingId) {}
