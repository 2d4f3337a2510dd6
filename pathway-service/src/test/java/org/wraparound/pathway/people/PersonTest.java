package org.wraparound.pathway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

class PersonTest {
  // in London it is the next day already
  private static final Instant NOW = Instant.parse("2026-06-30T23:30:00Z");
  private static final NhsIdentity KNOWN = new NhsIdentity("900 000 0009", "01", null);

  private static Person person(LocalDate dateOfBirth, NhsIdentity nhsNumber) {
    return new Person(
        new RegisterPerson(
            new PersonName("Daniel", "Marsh"), dateOfBirth, nhsNumber, null, "ELM-HOUSE"),
        UUID.randomUUID(),
        "PSN-26-000001",
        "OAKFIELD",
        "user",
        NOW);
  }

  @Test
  void theRecordIsTheProvidersAndAboutThePersonThemselves() {
    Person person = person(LocalDate.of(1991, 5, 17), KNOWN);
    assertThat(person.agency()).isEqualTo("OAKFIELD");
    assertThat(person.personId()).isEqualTo(person.id());
    assertThat(person.nhsNumber().value()).isEqualTo("9000000009");
    assertThat(person.registered())
        .isEqualTo(new PersonEvent.PersonRegistered(person.id(), "OAKFIELD", "ELM-HOUSE", NOW));
  }

  @Test
  void aDateOfBirthIsFrom1900UntilTodayInLondon() {
    assertThatCode(() -> person(LocalDate.of(2026, 7, 1), KNOWN)).doesNotThrowAnyException();
    assertThatCode(() -> person(LocalDate.of(1900, 1, 1), KNOWN)).doesNotThrowAnyException();
    assertThatThrownBy(() -> person(LocalDate.of(2026, 7, 2), KNOWN))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> person(LocalDate.of(1899, 12, 31), KNOWN))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void anNhsNumberIsThereWithItsStatusOrThereIsAReason() {
    assertThat(KNOWN.faults()).isEmpty();
    assertThat(new NhsIdentity(null, null, NotKnownReason.OVERSEAS).faults()).isEmpty();
    assertThat(fields(new NhsIdentity(null, "01", null))).containsExactly("nhsNumber");
    assertThat(fields(new NhsIdentity("9000000009", null, null)))
        .containsExactly("nhsNumber.verificationStatus");
    assertThat(fields(new NhsIdentity("9000000009", "01", NotKnownReason.OVERSEAS)))
        .containsExactly("nhsNumber.notKnownReason");
    assertThat(fields(new NhsIdentity("9000000008", null, NotKnownReason.OVERSEAS)))
        .containsExactly(
            "nhsNumber.value", "nhsNumber.verificationStatus", "nhsNumber.notKnownReason");
  }

  private static List<String> fields(NhsIdentity identity) {
    return identity.faults().stream().map(Violation::field).toList();
  }
}
