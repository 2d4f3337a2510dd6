package org.wraparound.incident.documentation;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.incident.incidents.Incident;
import org.wraparound.incident.incidents.Review;

/**
 * How a record stands against the documentation standard in force for its agency.
 *
 * @param missing the fields that are not yet recorded, and why they are needed; empty when it can
 *     be signed off
 * @param recordedInTime whether it was recorded as soon as the standard asks
 */
@Schema(name = "Documentation")
record DocumentationView(
    UUID incidentId,
    Standard standard,
    List<Review.Missing> missing,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(implementation = String.class)
        Duration recordedAfter,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(implementation = String.class)
        Duration recordWithin,
    boolean recordedInTime) {
  /** Which standard, and which version of it; agency is null for the one of the product. */
  @Schema(name = "StandardInForce")
  record Standard(UUID id, String agency, int version, String title) {}

  static DocumentationView of(Incident incident, PublishedStandard standard) {
    Duration within = standard.content().recordWithin();
    return new DocumentationView(
        incident.id(),
        new Standard(
            standard.id(), standard.agency(), standard.number(), standard.content().title()),
        standard.content().missing(incident.content()),
        incident.recordedAfter(),
        within,
        incident.recordedAfter().compareTo(within) <= 0);
  }
}
