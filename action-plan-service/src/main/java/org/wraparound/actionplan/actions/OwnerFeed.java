package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;
import org.wraparound.kit.journal.Journal;

/**
 * Asks the first agency of some type that joins the circle for the actions that waited for one.
 * Also makes good for an escalation that overtook the news of the circle, which comes by another
 * topic.
 */
@ApplicationScoped
class OwnerFeed implements Feed {
  private final Actions actions;
  private final AgreementLog log;
  private final Journal journal;
  private final Clock clock;

  OwnerFeed(Actions actions, AgreementLog log, Journal journal, Clock clock) {
    this.actions = actions;
    this.log = log;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Set<String> types() {
    return Set.of("circle-joined", "circle-changed");
  }

  @Override
  public void apply(ReceivedEvent event) {
    Member member = event.dataAs(Member.class);
    if (Owner.mayOwn(member.level())) {
      for (Action action : actions.lacking(event.personId(), member.agencyType())) {
        journal.append(action.handOver(member.agency(), clock.instant()));
        log.noted(action.planId(), Change.REASSIGNED, action.id());
      }
    }
  }

  /** What the event says of the agency. */
  record Member(String agency, String agencyType, Level level) {}
}
