package org.wraparound.escalation.enquiries;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Have another agency make the enquiry, or a part of it.
 *
 * @param agency code of an agency in the person's circle that may see the record
 * @param asked what it is to find out or do; at most 4000 characters
 * @param dueOn last day for its report, in London; today or later
 * @param withheldFromPersonReason why the person's own view of disclosures leaves it out; absent
 *     when it does not
 */
@Schema(
    name = "CauseEnquiry",
    example =
        """
        {"agency": "NORTHVALE-CLDT", "asked": "How the person's support at mealtimes is given, seen at two meals.", "dueOn": "2026-03-27"}
        """)
record CauseEnquiry(
    @NotBlank(message = "name the agency by its code") String agency,
    @NotBlank(message = "say what it is asked to do")
        @Size(max = 4000, message = "write at most 4000 characters")
        String asked,
    @NotNull(message = "say by which day it is to report") LocalDate dueOn,
    @Size(min = 10, max = 4000, message = "say why in 10 to 4000 characters")
        String withheldFromPersonReason) {}
