package org.wraparound.escalation.enquiries;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Report to the authority what the agency found.
 *
 * @param report at most 20000 characters
 */
@Schema(
    name = "ReportOnEnquiry",
    example =
        """
        {"report": "Seen at two meals. Support was hurried at one of them; the plan was not on the wall."}
        """)
record ReportOnEnquiry(
    @NotBlank(message = "say what was found")
        @Size(max = 20000, message = "write at most 20000 characters")
        String report) {}
