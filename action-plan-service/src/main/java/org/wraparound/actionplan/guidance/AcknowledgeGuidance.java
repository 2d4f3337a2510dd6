package org.wraparound.actionplan.guidance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Someone has read a page and explains it back.
 *
 * @param staffId who read it, as named; null is whoever sends this
 * @param name their name; needed only of one who reads it without having been named
 * @param answers one to each of the page's questions, in their order, in their own words
 */
@Schema(
    example =
        """
        {"answers": ["He paces and hums. I show him the board and move away from the door."]}
        """)
record AcknowledgeGuidance(
    @Size(max = 80, message = "use at most 80 characters") String staffId,
    @Size(max = 100, message = "use at most 100 characters") String name,
    @NotNull(message = "answer each of the page's questions, in their order")
        List<
                @NotBlank(message = "explain it in your own words")
                @Size(max = 1000, message = "use at most 1000 characters") String>
            answers) {}
