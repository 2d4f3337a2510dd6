package org.wraparound.actionplan.meetings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is asked to come, in place of those asked until now. */
@Schema(
    example =
        """
        {"invitees": [
          {"agency": "OAKFIELD", "role": "Service manager"},
          {"agency": "BRIDGESHIRE-SAFEGUARDING", "role": "Enquiry officer", "name": "Ama Boateng"}]}
        """)
record InviteAgencies(
    @NotEmpty(message = "invite at least one agency") @Size(max = 50, message = "invite at most 50")
        List<@NotNull(message = "say who is invited") @Valid Invitation> invitees) {}
