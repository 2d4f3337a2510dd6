package org.wraparound.escalation.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.wraparound.escalation.communication.SafeCommunications;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.duedate.DueDates;

/**
 * The day to review a safe communication has passed: the agency that arranged it is told, and told
 * again until another version has taken its place.
 */
@ApplicationScoped
class ReviewReminding implements DueDateHandler {
  private final SafeCommunications communications;
  private final AccessGrants grants;
  private final Notifying notifying;
  private final DueDates dueDates;
  private final NoticesConfig config;
  private final Clock clock;

  ReviewReminding(
      SafeCommunications communications,
      AccessGrants grants,
      Notifying notifying,
      DueDates dueDates,
      NoticesConfig config,
      Clock clock) {
    this.communications = communications;
    this.grants = grants;
    this.notifying = notifying;
    this.dueDates = dueDates;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return SafeCommunications.REVIEW_OVERDUE;
  }

  @Override
  public void fallDue(DueDate due) {
    UUID version = due.subjectId();
    communications
        .review(version)
        .ifPresent(
            review -> {
              remind(version, review);
              dueDates.schedule(
                  kind(), version, clock.instant().plus(config.remindOfReviewEvery()));
            });
  }

  private void remind(UUID version, SafeCommunications.Review review) {
    notifying.tellWhoIsOnCall(
        new Telling(
            Subject.SAFE_COMMUNICATION,
            version,
            version.toString(),
            review.personId(),
            review.agency(),
            review.agency(),
            null,
            About.SAFE_COMMUNICATION_REVIEW_OVERDUE,
            null),
        grants
            .findByIdOptional(new AccessGrant.Key(review.personId(), review.agency()))
            .flatMap(grant -> Route.toAgencyOf(grant.agencyType())));
  }
}
