package org.wraparound.incident.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
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
class IncidentReporting {
  private final Incidents incidents;
  private final References references;
  private final AccessGrants grants;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  IncidentReporting(
      Incidents incidents,
      References references,
      AccessGrants grants,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.incidents = incidents;
    this.references = references;
    this.grants = grants;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  Incident report(ReportIncident report) {
    Caller caller = provenance.caller();
    if (caller.agency() == null) {
      throw ProblemException.forbidden(
          "Only someone who acts for an agency can record an incident.");
    }
    mustNotBeAnothersPerson(report, caller);
    Incident incident =
        new Incident(
            report,
            caller.agency(),
            caller.userId(),
            references.next("INC", "incident_number"),
            clock.instant());
    incidents.persist(incident);
    journal.append(incident.recorded());
    incidents.flush();
    return incident;
  }

  /**
   * A person this service has not heard of yet is taken on trust: recording does not wait for the
   * news.
   */
  private void mustNotBeAnothersPerson(ReportIncident report, Caller caller) {
    List<AccessGrant> circle = grants.of(report.personId());
    boolean works =
        circle.stream()
            .anyMatch(
                grant -> grant.agency().equals(caller.agency()) && grant.level() != Level.AWARE);
    if (!circle.isEmpty() && !works) {
      throw ProblemException.notFound("person", report.personId());
    }
  }
}
