package org.wraparound.incident.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.ProblemException;

/** What may be done to a record after it was made; nothing is written over. */
@ApplicationScoped
class Amending {
  private final Incidents incidents;
  private final Evidence evidence;
  private final Completeness completeness;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Amending(
      Incidents incidents,
      Evidence evidence,
      Completeness completeness,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.incidents = incidents;
    this.evidence = evidence;
    this.completeness = completeness;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  Incident add(UUID id, String ifMatch, AddToIncident addendum) {
    Incident incident = incidents.forChange(id, ifMatch);
    keep(incident, incident.add(addendum, completeness, provenance.caller(), clock.instant()));
    return flushed(incident);
  }

  @Transactional
  Incident requestCorrection(UUID id, String ifMatch, RequestCorrection asked) {
    Caller caller = provenance.caller();
    if (caller.agency() == null) {
      throw ProblemException.forbidden(
          "Only someone who acts for an agency can ask for a correction.");
    }
    Incident incident = incidents.forChange(id, ifMatch);
    CorrectionRequest request = incident.requestCorrection(asked, caller, clock.instant());
    evidence.keep(request);
    journal.append(request.requested());
    return flushed(incident);
  }

  /**
   * Answers a request; accepted, it makes a new version.
   *
   * @throws ProblemException 422 when it is accepted and nobody says what is right, or refused and
   *     yet corrected
   */
  @Transactional
  Incident answer(UUID id, UUID requestId, String ifMatch, AnswerCorrection answer) {
    Caller caller = provenance.caller();
    Instant now = clock.instant();
    Incident incident = incidents.forChange(id, ifMatch);
    CorrectionRequest request =
        evidence
            .request(requestId)
            .filter(found -> found.incidentId().equals(id))
            .orElseThrow(() -> ProblemException.notFound("correction request", requestId));
    incident.mustBeOpenTo(caller);
    request.mustAwaitAnswerOf(caller);
    if (answer.accepted()) {
      IncidentVersion version =
          incident.correct(
              correctionsOf(answer, request), answer.reason(), completeness, caller, now);
      journal.append(request.answer(true, answer.reason(), version.number(), caller, now));
      keep(incident, version);
    } else {
      if (answer.corrections() != null) {
        throw ProblemException.invalid("corrections", "leave them out, or accept the request");
      }
      journal.append(incident.refuse(request, answer.reason(), caller, now));
    }
    return flushed(incident);
  }

  @Transactional
  Incident withdraw(UUID id, String ifMatch, WithdrawIncident withdrawal) {
    Incident incident = incidents.forChange(id, ifMatch);
    journal.append(incident.withdraw(withdrawal, provenance.caller(), clock.instant()));
    return flushed(incident);
  }

  private static ReportIncident correctionsOf(AnswerCorrection answer, CorrectionRequest request) {
    if (answer.corrections() != null) {
      return answer.corrections();
    }
    if (request.proposed() == null) {
      throw ProblemException.invalid(
          "corrections", "say what is right; the request proposed nothing");
    }
    return request.proposed();
  }

  private void keep(Incident incident, IncidentVersion version) {
    evidence.keep(version);
    journal.append(incident.changed(version));
  }

  private Incident flushed(Incident incident) {
    incidents.flush();
    return incident;
  }
}
