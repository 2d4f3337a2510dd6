package org.wraparound.actionplan.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who must read a page, and by when.
 *
 * @param readBy last day to read it, Europe/London; at most 92 days ahead
 */
@Schema(
    example =
        """
        {"readers": [
           {"staffId": "5f0c1f3e-6d0e-4b8e-9c58-0b6f2f1a7c11", "name": "Ann Lee"},
           {"staffId": "R-0417", "name": "Tom Bright", "agency": "MILL-RESPITE-CARE"}],
         "readBy": "2026-03-10"}
        """)
record NameReaders(
    @NotEmpty(message = "name at least one of the staff who work with the person")
        @Size(max = 200, message = "name at most 200 at a time")
        List<@NotNull(message = "name someone or leave it out") @Valid ReaderNamed> readers,
    @NotNull(message = "give the last day to read it, such as 2026-03-10") LocalDate readBy) {}
