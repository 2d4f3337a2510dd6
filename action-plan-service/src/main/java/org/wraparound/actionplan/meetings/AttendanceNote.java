package org.wraparound.actionplan.meetings;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether one who was invited came.
 *
 * @param invitee the number they have among the invitees
 * @param name who came for the agency, or null
 * @param contribution what they brought, said or sent; or null
 */
@Schema(name = "AttendanceNote")
record AttendanceNote(
    @NotNull(message = "give the number of the invitee") Integer invitee,
    @NotNull(message = "say whether they came, from the list attendance") Attendance attendance,
    @Size(max = 200, message = "use at most 200 characters") String name,
    @Size(max = 4000, message = "use at most 4000 characters") String contribution) {}
