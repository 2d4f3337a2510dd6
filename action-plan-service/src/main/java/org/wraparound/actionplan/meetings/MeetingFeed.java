package org.wraparound.actionplan.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wraparound.actionplan.plans.PlanOpening;
import org.wraparound.kit.London;
import org.wraparound.kit.inbox.Feed;
import org.wraparound.kit.inbox.ReceivedEvent;

/**
 * Convenes the meetings that other services' events ask for: what an escalation was decided to
 * need, and the reviews of a step-up. Each asks once, however often it is heard.
 */
@ApplicationScoped
class MeetingFeed implements Feed {
  private final Convening convening;
  private final Meetings meetings;
  private final PlanOpening opening;

  MeetingFeed(Convening convening, Meetings meetings, PlanOpening opening) {
    this.convening = convening;
    this.meetings = meetings;
    this.opening = opening;
  }

  @Override
  public Set<String> types() {
    return Set.of("escalation-decided", "step-up-sustained", "step-up-review-due");
  }

  @Override
  public void apply(ReceivedEvent event) {
    LocalDate day = London.dayOf(event.occurredAt());
    switch (event.type()) {
      case "escalation-decided" -> decided(event.dataAs(Decided.class), event.personId(), day);
      case "step-up-sustained" -> sustained(event.dataAs(Sustained.class), event.personId(), day);
      default -> reviewDue(event.dataAs(ReviewDue.class), event.personId(), day);
    }
  }

  private void decided(Decided decided, UUID personId, LocalDate day) {
    String asked = "escalation-decided " + decided.escalationId();
    if (!decided.asksForMeeting() || meetings.answers(asked)) {
      return;
    }
    convening.forEvent(
        opening.forMeetingOn(personId, decided.escalationId()),
        decided.kind(),
        "The escalation was decided to need a meeting.",
        new RequestedBy(decided.escalationId(), null),
        asked,
        day);
  }

  private void sustained(Sustained sustained, UUID personId, LocalDate day) {
    String asked = "step-up-sustained " + sustained.transitionId();
    if (!meetings.answers(asked)) {
      convening.forEvent(
          opening.forStepUp(personId),
          MeetingKind.MDT_REVIEW,
          "A step-up that was meant for a time has become lasting.",
          new RequestedBy(null, sustained.transitionId()),
          asked,
          day);
    }
  }

  /** Once a step-up has become lasting, those who met about that review it, and not the week's. */
  private void reviewDue(ReviewDue due, UUID personId, LocalDate day) {
    String asked = "step-up-review-due " + due.transitionId() + " " + due.reviewOn();
    List<Meeting> before = meetings.about(due.transitionId());
    if (meetings.answers(asked) || before.stream().anyMatch(Meeting::isLive)) {
      return;
    }
    boolean lasting = before.stream().anyMatch(known -> known.kind() == MeetingKind.MDT_REVIEW);
    convening.forEvent(
        opening.forStepUp(personId),
        lasting ? MeetingKind.MDT_REVIEW : MeetingKind.WEEKLY_REVIEW,
        "The review date of a step-up has come and it still runs.",
        new RequestedBy(null, due.transitionId()),
        asked,
        day);
  }

  /** What the event says of the decision, as far as a meeting needs it. */
  record Decided(UUID escalationId, String route, String decision, boolean stands) {

    private boolean asksForMeeting() {
      return stands && "MEETING".equals(decision);
    }

    private MeetingKind kind() {
      return switch (route) {
        case "SAFEGUARDING_ADULTS" -> MeetingKind.STRATEGY_DISCUSSION;
        case "MARAC" -> MeetingKind.MARAC;
        default -> MeetingKind.MDT_REVIEW;
      };
    }
  }

  /** What the event says of the step-up. */
  record Sustained(UUID transitionId) {}

  /** What the event says of the review. */
  record ReviewDue(UUID transitionId, LocalDate reviewOn) {}
}
