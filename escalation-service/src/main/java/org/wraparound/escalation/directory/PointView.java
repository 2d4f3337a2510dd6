package org.wraparound.escalation.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way to reach a contact, as callers see it. */
@Schema(
    name = "PointView",
    example = "{\"kind\": \"PHONE\", \"value\": \"+441632960101\", \"national\": \"01632 960101\"}")
record PointView(
    ContactPoint.Kind kind,
    @Schema(
            description =
                "A telephone number in E.164, a short code such as 101 as it is; an address; a client id.")
        String value,
    @Schema(description = "A telephone number as one dials it in the United Kingdom; else null.")
        String national) {
  static PointView of(ContactPoint point) {
    return new PointView(
        point.kind(),
        point.value(),
        point.kind().isTelephone() ? PhoneNumbers.asDialled(point.value()) : null);
  }
}
