package org.wraparound.incident.drafts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.wraparound.incident.RecordingOnTrust;
import org.wraparound.incident.incidents.Completeness;
import org.wraparound.incident.incidents.Incident;
import org.wraparound.incident.incidents.IncidentReporting;
import org.wraparound.incident.incidents.ReportIncident;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;

/** Writing a record over a shift and submitting it. Nothing of it is told before. */
@ApplicationScoped
class Drafting {
  private final Drafts drafts;
  private final IncidentReporting reporting;
  private final RecordingOnTrust people;
  private final Completeness completeness;
  private final Provenance provenance;
  private final Clock clock;

  Drafting(
      Drafts drafts,
      IncidentReporting reporting,
      RecordingOnTrust people,
      Completeness completeness,
      Provenance provenance,
      Clock clock) {
    this.drafts = drafts;
    this.reporting = reporting;
    this.people = people;
    this.completeness = completeness;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Transactional
  Draft begin(ReportIncident content) {
    Caller caller = provenance.caller();
    if (caller.agency() == null) {
      throw ProblemException.forbidden("Only someone who acts for an agency can write a draft.");
    }
    mustMayRecordAboutPersonOf(content);
    Draft draft = new Draft(content, caller.agency(), caller.userId(), clock.instant());
    drafts.persistAndFlush(draft);
    return draft;
  }

  @Transactional
  Draft rewrite(UUID id, String ifMatch, ReportIncident content) {
    Draft draft = drafts.forChange(id);
    EntityTags.require(ifMatch, draft.version());
    mustMayRecordAboutPersonOf(content);
    draft.rewrite(content, provenance.caller().userId(), clock.instant());
    drafts.flush();
    return draft;
  }

  /**
   * @throws ProblemException 422 naming each field still missing; it stays a draft
   */
  @Transactional
  Incident submit(UUID id, String ifMatch) {
    Draft draft = drafts.forChange(id);
    EntityTags.honour(ifMatch, draft.version());
    draft.mustBeOpen();
    completeness.require(draft.content());
    Incident incident = reporting.report(draft.content(), draft.writers());
    draft.submitted(incident.id(), provenance.caller().userId(), clock.instant());
    drafts.flush();
    return incident;
  }

  @Transactional
  Draft discard(UUID id, String ifMatch, String reason) {
    Draft draft = drafts.forChange(id);
    EntityTags.honour(ifMatch, draft.version());
    draft.discard(reason, provenance.caller().userId(), clock.instant());
    drafts.flush();
    return draft;
  }

  private void mustMayRecordAboutPersonOf(ReportIncident content) {
    if (content.personId() != null) {
      people.recorderAbout(content.personId());
    }
  }
}
