package org.wraparound.escalation.referrals;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which referrals are wanted; a {@code @BeanParam}. */
class ReferralFilter {
  private static final String OVERDUE =
      "status in (REQUESTED, RECEIVED) and questionAskedAt is null and respondBy < :now";

  @Parameter(description = "About this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "That stand here.")
  @QueryParam("status")
  Status status;

  @Parameter(description = "To this agency.")
  @QueryParam("recipientAgency")
  String recipientAgency;

  @Parameter(description = "From this agency.")
  @QueryParam("sender")
  String sender;

  @Parameter(description = "For this purpose.")
  @QueryParam("purpose")
  Purpose purpose;

  @Parameter(description = "true for those not answered by their time, false for all others.")
  @QueryParam("overdue")
  Boolean overdue;

  void apply(List<String> conditions, Map<String, Object> values, Instant now) {
    if (personId != null) {
      conditions.add("personId = :personId");
      values.put("personId", personId);
    }
    if (status != null) {
      conditions.add("status = :status");
      values.put("status", status);
    }
    if (recipientAgency != null) {
      conditions.add("content.recipientAgency = :recipientAgency");
      values.put("recipientAgency", recipientAgency);
    }
    if (sender != null) {
      conditions.add("agency = :sender");
      values.put("sender", sender);
    }
    if (purpose != null) {
      conditions.add("content.purpose = :purpose");
      values.put("purpose", purpose);
    }
    if (overdue != null) {
      conditions.add(overdue ? OVERDUE : "(respondBy is null or not (" + OVERDUE + "))");
      values.put("now", now);
    }
  }
}
