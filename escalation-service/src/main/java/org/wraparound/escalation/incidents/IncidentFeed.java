package org.wraparound.escalation.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wraparound.escalation.escalations.Raising;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/**
 * Takes incidents in, and what becomes of their records: remembers the coded facts for patterns and
 * puts each to the thresholds, again where its facts have changed.
 */
@ApplicationScoped
class IncidentFeed implements Feed {
  private final Incidents incidents;
  private final Evaluating evaluating;
  private final Raising raising;

  IncidentFeed(Incidents incidents, Evaluating evaluating, Raising raising) {
    this.incidents = incidents;
    this.evaluating = evaluating;
    this.raising = raising;
  }

  /** What is read of an incident that was linked to another as its duplicate. */
  record IncidentLinked(UUID incidentId, UUID duplicateOf) {}

  @Override
  public Set<String> types() {
    return Set.of(
        "incident-recorded",
        "incident-corrected",
        "incident-withdrawn",
        "incident-linked",
        "incident-unlinked");
  }

  @Override
  public void apply(ReceivedEvent event) {
    Optional<IncidentFacts> known = incidents.findByIdOptional(event.subject());
    switch (event.type()) {
      case "incident-recorded" -> record(event, known);
      case "incident-corrected" -> correct(event, known);
      case "incident-withdrawn" ->
          known
              .filter(IncidentFacts::withdraw)
              .ifPresent(incident -> raising.incidentWithdrawn(incident.id()));
      case "incident-linked" ->
          known.ifPresent(
              incident -> incident.duplicates(event.dataAs(IncidentLinked.class).duplicateOf()));
      default ->
          known
              .filter(IncidentFacts::standsAlone)
              .filter(IncidentFacts::counts)
              .ifPresent(incident -> evaluating.evaluate(incident, Cause.COUNTED_AGAIN, event));
    }
  }

  private void record(ReceivedEvent event, Optional<IncidentFacts> known) {
    // an incident is recorded once: the same one under another event id changes nothing
    if (known.isEmpty()) {
      IncidentFacts incident = new IncidentFacts(event.dataAs(IncidentRecorded.class).facts());
      incidents.persist(incident);
      evaluating.evaluate(incident, Cause.RECORDED, event);
    }
  }

  private void correct(ReceivedEvent event, Optional<IncidentFacts> known) {
    IncidentRecorded corrected = event.dataAs(IncidentRecorded.class);
    known
        .filter(incident -> incident.correct(corrected.facts(), corrected.number()))
        .filter(IncidentFacts::counts)
        .ifPresent(incident -> evaluating.evaluate(incident, Cause.CORRECTED, event));
  }
}
