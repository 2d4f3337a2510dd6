package org.wraparound.escalation.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the directory says of a contact. */
@Schema(name = "ContactView")
record ContactView(
    UUID id,
    String agency,
    String team,
    String code,
    String name,
    String jobTitle,
    List<PointView> points,
    ContactHours hours,
    boolean emergency,
    Instant activeUntil,
    Instant changedAt,
    String changedByAgency,
    String changedBy) {
  static ContactView of(Contact contact) {
    return new ContactView(
        contact.id(),
        contact.team().agency(),
        contact.team().code(),
        contact.code(),
        contact.name(),
        contact.jobTitle(),
        contact.points().stream().map(PointView::of).toList(),
        contact.hours(),
        contact.isEmergency(),
        contact.activeUntil(),
        contact.changedAt(),
        contact.changedByAgency(),
        contact.changedBy());
  }
}
