package org.wraparound.escalation.referrals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.escalation.disclosures.DisclosedContent;

/**
 * Answer the question that was asked.
 *
 * @param content what the answer tells, for the ledger
 */
@Schema(
    name = "GiveReferralInformation",
    example =
        """
        {"answer": "Her key worker is with her from 8 to 4 on weekdays.", "content": ["SUPPORT_PLAN"]}
        """)
record GiveInformation(
    @NotBlank(message = "give the answer") @Size(max = 8000, message = "at most 8000 characters")
        String answer,
    @NotEmpty(message = "say what the answer tells: codes of the list disclosed-content")
        List<@NotNull(message = "choose a code of the list disclosed-content") DisclosedContent>
            content) {}
