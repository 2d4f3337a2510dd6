package org.wraparound.incident.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wraparound.incident.RecordingOnTrust;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.ProblemException;

/** Recording what happened. Never waits for another service. */
@ApplicationScoped
public class IncidentReporting {
  private final Incidents incidents;
  private final Evidence evidence;
  private final References references;
  private final RecordingOnTrust people;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  IncidentReporting(
      Incidents incidents,
      Evidence evidence,
      References references,
      RecordingOnTrust people,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.incidents = incidents;
    this.evidence = evidence;
    this.references = references;
    this.people = people;
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
    people.recorderAbout(report.personId());
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
}
