package org.wraparound.escalation.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What is known of escalations, for other features to quote. */
@ApplicationScoped
public class KnownEscalations {
  private final Escalations escalations;

  KnownEscalations(Escalations escalations) {
    this.escalations = escalations;
  }

  /** The escalation, when the caller may see it. */
  public Optional<KnownEscalation> of(UUID id) {
    return escalations
        .findByIdOptional(id)
        .map(
            escalation ->
                new KnownEscalation(
                    escalation.id(),
                    escalation.reference(),
                    escalation.personId(),
                    escalation.route(),
                    escalation.ruleCode(),
                    escalation.tier(),
                    escalation.incidentIds()));
  }
}
