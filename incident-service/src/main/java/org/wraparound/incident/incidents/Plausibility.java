package org.wraparound.incident.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Whether the parts of a record can be true together, and now. */
final class Plausibility {
  /** Clocks of the devices that record differ; a little ahead of ours is not the future. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final ReportIncident content;
  private final Instant latest;
  private final List<Violation> violations = new ArrayList<>();

  private Plausibility(ReportIncident content, Instant now) {
    this.content = content;
    this.latest = now.plus(CLOCK_SKEW);
  }

  /**
   * @throws ProblemException with everything that cannot be: in the future, ended before it
   *     happened, nothing seen before it and yet something, a notification that contradicts itself
   */
  static void check(ReportIncident content, Instant now) {
    Plausibility plausibility = new Plausibility(content, now);
    plausibility.times();
    plausibility.antecedents();
    plausibility.cqcNotification();
    if (!plausibility.violations.isEmpty()) {
      throw ProblemException.invalid(plausibility.violations);
    }
  }

  private void times() {
    notInFuture(
        "happenedAt",
        content.happenedAt(),
        "is in the future; record what has happened, when it has");
    notInFuture("endedAt", content.endedAt(), "is in the future; leave it out until it has ended");
    if (content.endedAt() != null
        && content.happenedAt() != null
        && content.endedAt().isBefore(content.happenedAt())) {
      refuse("endedAt", "is before happenedAt");
    }
    var actions = content.immediateSafetyActions();
    for (int i = 0; actions != null && i < actions.size(); i++) {
      notInFuture(
          "immediateSafetyActions[" + i + "].at",
          actions.get(i).at(),
          "is in the future; what is still to be done belongs in an action plan");
    }
    var restrictions = content.restrictiveInterventions();
    for (int i = 0; restrictions != null && i < restrictions.size(); i++) {
      notInFuture(
          "restrictiveInterventions[" + i + "].startedAt",
          restrictions.get(i).startedAt(),
          "is in the future; record what has happened, when it has");
    }
  }

  private void antecedents() {
    var codes = content.antecedentCodes();
    if (codes == null) {
      return;
    }
    if (new HashSet<>(codes).size() < codes.size()) {
      refuse("antecedentCodes", "list each code at most once");
    } else if (codes.size() > 1 && codes.contains(Codes.Antecedent.NONE_SEEN)) {
      refuse("antecedentCodes", "NONE_SEEN cannot stand beside what was seen");
    }
  }

  private void cqcNotification() {
    var notification = content.cqcNotification();
    if (notification == null || notification.required() == null) {
      return;
    }
    if (!notification.required()) {
      if (notification.regulation() != null
          || notification.paragraph() != null
          || notification.submittedAt() != null) {
        refuse("cqcNotification.required", "say true when there is a regulation it falls under");
      }
      return;
    }
    if (notification.paragraph() == null) {
      refuse("cqcNotification.paragraph", "choose a code of the list cqc-notification-paragraph");
    } else if (notification.regulation() == null
        || notification.regulation() != notification.paragraph().regulation()) {
      refuse(
          "cqcNotification.regulation",
          notification.paragraph()
              + " falls under regulation "
              + notification.paragraph().regulation());
    }
    notInFuture(
        "cqcNotification.submittedAt",
        notification.submittedAt(),
        "is in the future; leave it out until it was sent");
  }

  private void notInFuture(String field, Instant at, String message) {
    if (at != null && at.isAfter(latest)) {
      refuse(field, message);
    }
  }

  private void refuse(String field, String message) {
    violations.add(new Violation(field, message));
  }
}
