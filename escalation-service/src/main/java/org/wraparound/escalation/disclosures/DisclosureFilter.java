package org.wraparound.escalation.disclosures;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which disclosures are wanted; a {@code @BeanParam}. */
class DisclosureFilter {
  @Parameter(description = "About this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Told by this agency.")
  @QueryParam("agency")
  String agency;

  @Parameter(description = "Told to this agency.")
  @QueryParam("recipient")
  String recipient;

  @Parameter(description = "For this purpose.")
  @QueryParam("purpose")
  DisclosurePurpose purpose;

  @Parameter(description = "Told at or after this time.")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Told before this time.")
  @QueryParam("until")
  Instant until;

  void apply(List<String> conditions, Map<String, Object> values) {
    if (personId != null) {
      conditions.add("personId = :personId");
      values.put("personId", personId);
    }
    if (agency != null) {
      conditions.add("agency = :agency");
      values.put("agency", agency);
    }
    if (recipient != null) {
      conditions.add("recipient.agency = :recipient");
      values.put("recipient", recipient);
    }
    if (purpose != null) {
      conditions.add("purpose = :purpose");
      values.put("purpose", purpose);
    }
    if (from != null) {
      conditions.add("toldAt >= :from");
      values.put("from", from);
    }
    if (until != null) {
      conditions.add("toldAt < :until");
      values.put("until", until);
    }
  }
}
