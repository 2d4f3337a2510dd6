package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;
import org.wraparound.kit.journal.Journal;

/**
 * Hands the actions that waited for an agency of some type to the first that joins the circle. Also
 * makes good for an escalation that overtook the news of the circle, which comes by another topic.
 */
@ApplicationScoped
class OwnerFeed implements Feed {
  private final Actions actions;
  private final Journal journal;
  private final Clock clock;

  OwnerFeed(Actions actions, Journal journal, Clock clock) {
    this.actions = actions;
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
      actions
          .lacking(event.personId(), member.agencyType())
          .forEach(action -> journal.append(action.handOver(member.agency(), clock.instant())));
    }
  }

  /** What the event says of the agency. */
  record Member(String agency, String agencyType, Level level) {}
}
