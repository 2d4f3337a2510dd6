package org.wraparound.pathway.transitions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/** Proposes a step-up when the rule behind an escalation says so. */
@ApplicationScoped
class EscalationFeed implements Feed {
  private final SteppingUp steppingUp;

  EscalationFeed(SteppingUp steppingUp) {
    this.steppingUp = steppingUp;
  }

  @Override
  public Set<String> types() {
    return Set.of("escalation-raised");
  }

  @Override
  public void apply(ReceivedEvent event) {
    EscalationRaised escalation = event.dataAs(EscalationRaised.class);
    if (escalation.proposeStepUp()) {
      steppingUp.propose(escalation);
    }
  }

  /** What of an escalation matters here. A rule firing raises one for each route. */
  record EscalationRaised(
      UUID escalationId,
      UUID personId,
      String provider,
      UUID thresholdId,
      String ruleCode,
      List<UUID> incidentIds,
      boolean proposeStepUp) {}
}
