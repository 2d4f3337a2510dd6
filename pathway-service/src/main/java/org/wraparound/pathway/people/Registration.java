package org.wraparound.pathway.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.pathway.circle.Circle;

/**
 * A provider registers a person and is the first in their circle.
 *
 * <p>One NHS number is one person, as far as the caller can see: a number that they find in use is
 * refused, with the person to look at. A number used only where they cannot see it is accepted, and
 * the person is then registered with two providers: a refusal would tell anyone who tries numbers
 * who is supported, and where. That the two are one is found by those who see both.
 */
@ApplicationScoped
class Registration {
  private static final String PROVIDER = "PROVIDER";

  private final People people;
  private final References references;
  private final Circle circle;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Registration(
      People people,
      References references,
      Circle circle,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.people = people;
    this.references = references;
    this.circle = circle;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * Registers the person.
   *
   * @throws ProblemException 403 when the caller's agency is no provider, 409 when the caller can
   *     see a person with the same NHS number, 422 when something cannot be right
   */
  @Transactional
  Person register(RegisterPerson command) {
    Caller caller = provenance.caller();
    if (!PROVIDER.equals(caller.agencyType())) {
      throw ProblemException.forbidden("Only a provider registers the people it supports.");
    }
    Instant now = clock.instant();
    Person person =
        new Person(
            command,
            Ids.next(),
            references.next("PSN", "person_number"),
            caller.agency(),
            caller.userId(),
            now);
    refuseDuplicate(person);
    try {
      people.persistAndFlush(person);
    } catch (ConstraintViolationException e) {
      // The only constraint left to break: a colleague registered the same number just now.
      throw ProblemException.conflict("A person with this NHS number was registered just now.");
    }
    journal.append(person.registered());
    circle.open(person.id(), person.agency());
    return person;
  }

  private void refuseDuplicate(Person person) {
    if (person.nhsNumber().value() != null) {
      List<Person> same = people.withNhsNumber(person.nhsNumber().value());
      if (!same.isEmpty()) {
        throw ProblemException.conflict(
            "A person with this NHS number is registered already; see related.",
            same.stream().map(known -> URI.create("/v1/people/" + known.id())).toArray(URI[]::new));
      }
    }
  }
}
