package org.wraparound.actionplan.plans;

import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.wraparound.actionplan.Conditions;

/** Which plans are wanted; a {@code @BeanParam}. */
public class PlanFilter {
  @Parameter(description = "Plans for this person.")
  @QueryParam("personId")
  UUID personId;

  @Parameter(description = "Plans of this provider, by its code.")
  @QueryParam("provider")
  String provider;

  @Parameter(description = "Plans that answer this.")
  @QueryParam("kind")
  PlanKind kind;

  @Parameter(description = "Plans that stand here.")
  @QueryParam("status")
  PlanStatus status;

  /** What is asked of plans {@code p}. */
  public Conditions conditions() {
    Conditions conditions =
        new Conditions()
            .equal("p.personId", personId)
            .equal("p.agency", provider)
            .equal("p.kind", kind);
    return status == null
        ? conditions
        : conditions.and(
            status == PlanStatus.OPEN ? "p.closedAt is null" : "p.closedAt is not null", Map.of());
  }

  /** The filters that were asked for, as parameters of a query. */
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("personId", personId);
    parameters.put("provider", provider);
    parameters.put("kind", kind);
    parameters.put("status", status);
    parameters.values().removeIf(Objects::isNull);
    return parameters;
  }
}
