package org.wraparound.incident.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.ProblemException;

/** Recording what happened. Never waits for another service. */
@ApplicationScoped
public class IncidentReporting {
  private final Incidents incidents;
  private final Evidence evidence;
  private final References references;
  private final AccessGrants grants;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  IncidentReporting(
      Incidents incidents,
      Evidence evidence,
      References references,
      AccessGrants grants,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.incidents = incidents;
    this.evidence = evidence;
    this.references = references;
    this.grants = grants;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * Records an incident.
   *
   * @param report complete
   * @param draftedBy all who wrote the draft it is submitted from
   * @throws ProblemException 403 for someone of no agency, 404 for another agency's person, 422
   */
  @Transactional
  public Incident report(ReportIncident report, List<String> draftedBy) {
    mustMayRecordAbout(report.personId());
    return record(List.of(report), draftedBy).get(0);
  }

  /**
   * Records several incidents, in as many round trips as one.
   *
   * @param reports complete, plausible, and about people the caller may record about
   */
  @Transactional
  List<Incident> record(List<ReportIncident> reports, List<String> draftedBy) {
    Caller caller = provenance.caller();
    Instant now = clock.instant();
    List<String> numbers = references.next("INC", "incident_number", reports.size());
    List<Incident> recorded = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      recorded.add(new Incident(reports.get(i), caller, draftedBy, numbers.get(i), now));
    }
    incidents.persist(recorded);
    recorded.forEach(incident -> evidence.keep(incident.firstVersion()));
    journal.appendAll(recorded.stream().map(Incident::recorded).toList());
    incidents.flush();
    return recorded;
  }

  /**
   * @throws ProblemException 403 for someone of no agency, 404 for another agency's person
   */
  public void mustMayRecordAbout(UUID personId) {
    mustMayRecordAbout(personId, grants.of(personId));
  }

  /**
   * A person this service has not heard of yet is taken on trust: recording does not wait for the
   * news.
   *
   * @param circle the agencies in the person's circle
   */
  void mustMayRecordAbout(UUID personId, List<AccessGrant> circle) {
    Caller caller = provenance.caller();
    if (caller.agency() == null) {
      throw ProblemException.forbidden(
          "Only someone who acts for an agency can record an incident.");
    }
    boolean works =
        circle.stream()
            .anyMatch(
                grant -> grant.agency().equals(caller.agency()) && grant.level() != Level.AWARE);
    if (!circle.isEmpty() && !works) {
      throw ProblemException.notFound("person", personId);
    }
  }
}
