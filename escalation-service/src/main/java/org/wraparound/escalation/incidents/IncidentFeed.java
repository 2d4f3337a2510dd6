package org.wraparound.escalation.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/** Takes incidents in: remembers their coded facts for patterns and applies the thresholds. */
@ApplicationScoped
class IncidentFeed implements Feed {
  private static final Logger LOG = Logger.getLogger(IncidentFeed.class);

  private final Incidents incidents;
  private final Evaluating evaluating;
  private final EvaluationConfig config;

  IncidentFeed(Incidents incidents, Evaluating evaluating, EvaluationConfig config) {
    this.incidents = incidents;
    this.evaluating = evaluating;
    this.config = config;
  }

  @Override
  public Set<String> types() {
    return Set.of("incident-recorded");
  }

  @Override
  public void apply(ReceivedEvent event) {
    IncidentRecorded recorded = event.dataAs(IncidentRecorded.class);
    // an incident is recorded once: the same one under another event id changes nothing
    if (incidents.findByIdOptional(recorded.incidentId()).isPresent()) {
      return;
    }
    IncidentFacts incident =
        new IncidentFacts(event.personId(), recorded.provider(), recorded.facts());
    incidents.persist(incident);
    if (event.causationDepth() > config.deepestCausation()) {
      LOG.warnf(
          "incident %s not evaluated: %d events led to it, the chain is cut",
          incident.id(), event.causationDepth());
      return;
    }
    evaluating.evaluate(incident);
  }
}
