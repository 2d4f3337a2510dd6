package org.wraparound.pathway.people;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.London;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * A person whom a provider supports. Who they are is kept here and in no other service: it is
 * neither in events nor in logs.
 */
@Entity
class Person extends PersonRecord {
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  @Column(updatable = false)
  private String reference;

  @Embedded private PersonName name;

  @Column(name = "date_of_birth")
  private LocalDate dateOfBirth;

  @Embedded private NhsIdentity nhsNumber;

  @Column(name = "communication_needs")
  private String communicationNeeds;

  @Column(name = "setting_id")
  private String settingId;

  @Column(name = "registered_at", updatable = false)
  private Instant registeredAt;

  @Column(name = "registered_by", updatable = false)
  private String registeredBy;

  Person() {}

  /**
   * A person as a provider registers them.
   *
   * @throws ProblemException 422 when date of birth or NHS number cannot be right
   */
  Person(
      RegisterPerson command,
      UUID id,
      String reference,
      String provider,
      String registeredBy,
      Instant now) {
    super(id, id, provider);
    check(command, London.dayOf(now));
    this.reference = reference;
    this.name = command.name();
    this.dateOfBirth = command.dateOfBirth();
    this.nhsNumber = command.nhsNumber().normalised();
    this.communicationNeeds = command.communicationNeeds();
    this.settingId = command.settingId();
    this.registeredAt = now;
    this.registeredBy = registeredBy;
  }

  private static void check(RegisterPerson command, LocalDate today) {
    List<Violation> faults = new ArrayList<>();
    if (command.dateOfBirth().isAfter(today)) {
      faults.add(new Violation("dateOfBirth", "must not be in the future"));
    } else if (command.dateOfBirth().isBefore(EARLIEST_BIRTH)) {
      faults.add(new Violation("dateOfBirth", "must not be before " + EARLIEST_BIRTH));
    }
    faults.addAll(command.nhsNumber().faults());
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }

  /** What there is to say of a new person, without who they are. */
  PersonEvent registered() {
    return new PersonEvent.PersonRegistered(id, agency, settingId, registeredAt);
  }

  String reference() {
    return reference;
  }

  PersonName name() {
    return name;
  }

  LocalDate dateOfBirth() {
    return dateOfBirth;
  }

  NhsIdentity nhsNumber() {
    return nhsNumber;
  }

  String communicationNeeds() {
    return communicationNeeds;
  }

  String settingId() {
    return settingId;
  }

  Instant registeredAt() {
    return registeredAt;
  }
}
