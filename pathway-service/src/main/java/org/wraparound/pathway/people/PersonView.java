package org.wraparound.pathway.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person, as callers who may see them do. */
@Schema(name = "Person")
record PersonView(
    UUID id,
    String reference,
    String provider,
    PersonName name,
    LocalDate dateOfBirth,
    NhsIdentity nhsNumber,
    String communicationNeeds,
    String settingId,
    Instant registeredAt) {
  static PersonView of(Person person) {
    return new PersonView(
        person.id(),
        person.reference(),
        person.agency(),
        person.name(),
        person.dateOfBirth(),
        person.nhsNumber(),
        person.communicationNeeds(),
        person.settingId(),
        person.registeredAt());
  }
}
