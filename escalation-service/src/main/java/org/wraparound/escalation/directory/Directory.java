package org.wraparound.escalation.directory;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/**
 * Keeping the directory: each agency its own part of it. Nothing is deleted, and what an entry said
 * before it was changed is kept.
 */
@ApplicationScoped
class Directory {
  // One agency's part is changed by one at a time: a rota names only contacts that are there.
  private static final String LOCK =
      "select cast(pg_advisory_xact_lock(hashtextextended(:agency, 0)) as text)";

  private final DirectoryEntries entries;
  private final EntityManager entities;
  private final ContactPoints points;
  private final ObjectMapper json;
  private final Provenance provenance;
  private final Clock clock;

  Directory(
      DirectoryEntries entries,
      EntityManager entities,
      ContactPoints points,
      ObjectMapper json,
      Provenance provenance,
      Clock clock) {
    this.entries = entries;
    this.entities = entities;
    this.points = points;
    this.json = json;
    this.provenance = provenance;
    this.clock = clock;
  }

  /** What a PUT came to. */
  record Put<T extends DirectoryEntry>(T entry, boolean created) {}

  /**
   * @throws ProblemException 403 when it is not the caller's, 412 or 428 when it is another version
   *     than the caller has read, 422
   */
  @Transactional
  Put<Agency> put(String agency, DescribeAgency as, String ifMatch) {
    begin(agency);
    as.check();
    Caller caller = provenance.caller();
    if (!caller.is("ops")
        && caller.agencyType() != null
        && !caller.agencyType().equals(as.type().name())) {
      throw ProblemException.invalid(
          "type", "you are signed in for an agency of type " + caller.agencyType());
    }
    return put(
        agency,
        entries.findAgency(agency),
        () -> new Agency(agency),
        entry -> entry.describe(as),
        as,
        ifMatch);
  }

  /**
   * @throws ProblemException as for an agency; 404 without the agency, 409 when it is retired
   */
  @Transactional
  Put<Team> put(String agency, String team, DescribeTeam as, String ifMatch) {
    begin(agency);
    working(entries.agency(agency));
    as.check();
    return put(
        agency,
        entries.findTeam(agency, team),
        () -> new Team(agency, team),
        entry -> entry.describe(as),
        as,
        ifMatch);
  }

  /**
   * @throws ProblemException as for a team; 404 without the team, 409 when it is retired
   */
  @Transactional
  Put<Contact> put(String agency, String team, String contact, DescribeContact as, String ifMatch) {
    begin(agency);
    Team of = workingTeam(agency, team);
    DescribeContact read = as.read(points);
    return put(
        agency,
        entries.findContact(of, contact),
        () -> new Contact(of, contact),
        entry -> entry.describe(read),
        read,
        ifMatch);
  }

  /**
   * @throws ProblemException as for a contact
   */
  @Transactional
  Put<Rota> put(String agency, String team, PlanRota as, String ifMatch) {
    begin(agency);
    Team of = workingTeam(agency, team);
    as.check(Set.copyOf(entries.contactCodes(of)));
    return put(
        agency, entries.findRota(of), () -> new Rota(of), entry -> entry.plan(as), as, ifMatch);
  }

  /** Only for the agency itself and for ops; everyone else who changes it waits. */
  private void begin(String agency) {
    Caller caller = provenance.caller();
    if (!agency.equals(caller.agency()) && !caller.is("ops")) {
      throw ProblemException.forbidden(
          "Only " + agency + " itself, or ops, says what the directory holds of it.");
    }
    entities.createNativeQuery(LOCK, String.class).setParameter("agency", agency).getSingleResult();
  }

  private Team workingTeam(String agency, String team) {
    working(entries.agency(agency));
    Team known = entries.team(agency, team);
    working(known);
    return known;
  }

  private void working(RetirableEntry entry) {
    if (entry.isRetired(clock.instant())) {
      throw ProblemException.conflict(
          entry.path()
              + " is out of use since "
              + entry.activeUntil()
              + "; to change what belongs to it, bring it back first.");
    }
  }

  private <T extends DirectoryEntry> Put<T> put(
      String agency,
      Optional<T> known,
      Supplier<T> fresh,
      Consumer<T> change,
      Object content,
      String ifMatch) {
    if (known.isPresent()) {
      EntityTags.require(ifMatch, known.get().version());
    } else if (ifMatch != null) {
      throw ProblemException.of(
          ProblemType.PRECONDITION_FAILED, "There is none yet; to create it, leave If-Match out.");
    }
    Instant now = clock.instant();
    T entry = known.orElseGet(fresh);
    change.accept(entry);
    entry.changed(provenance.caller(), now);
    entities.persist(entry);
    entities.flush();
    entities.persist(new DirectoryChange(agency, entry, json.valueToTree(content)));
    return new Put<>(entry, known.isEmpty());
  }
}
