package org.wraparound.escalation.referrals;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a referral stands, derived from what has happened to it; the list {@code referral-status},
 * by the codes of FHIR Task.status.
 */
@Schema(
    name = "ReferralStatus",
    enumeration = {
      "draft",
      "requested",
      "received",
      "accepted",
      "rejected",
      "in-progress",
      "on-hold",
      "completed",
      "cancelled",
      "entered-in-error"
    })
public enum Status {
  DRAFT,
  REQUESTED,
  RECEIVED,
  ACCEPTED,
  REJECTED,
  IN_PROGRESS,
  ON_HOLD,
  COMPLETED,
  CANCELLED,
  ENTERED_IN_ERROR;

  /** Sent, and neither taken on nor refused. */
  static final Set<Status> UNANSWERED = Set.of(REQUESTED, RECEIVED);

  /** Taken on, and not done with. */
  static final Set<Status> TAKEN_ON = Set.of(ACCEPTED, IN_PROGRESS, ON_HOLD);

  /** The code of FHIR. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code too, by which a query parameter is read. */
  @Override
  public String toString() {
    return code();
  }
}
