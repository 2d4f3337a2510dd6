package org.wraparound.escalation.policies;

import java.util.Arrays;
import java.util.Optional;

/**
 * Who must know; the list {@code escalation-route}.
 *
 * <p>Code, because each route reaches a kind of agency: that of the person's circle which has the
 * type named here, or the provider itself.
 */
public enum Route {
  ON_CALL_MANAGER(Route.PROVIDER),
  CLDT("CLDT"),
  SAFEGUARDING_ADULTS("LOCAL_AUTHORITY_SAFEGUARDING"),
  GP_OR_URGENT_CARE("GP"),
  POLICE("POLICE"),
  COMMISSIONER("COMMISSIONER"),
  CQC_NOTIFICATION(Route.PROVIDER),
  MULTI_AGENCY_MEETING(Route.PROVIDER),
  MARAC("DOMESTIC_ABUSE_SERVICE");

  private static final String PROVIDER = "PROVIDER";

  private final String agencyType;

  Route(String agencyType) {
    this.agencyType = agencyType;
  }

  /** The route on which agencies of a type answer; empty for types that no policy reaches. */
  public static Optional<Route> toAgencyOf(String type) {
    return Arrays.stream(values()).filter(route -> route.agencyType.equals(type)).findFirst();
  }

  /** Type of the agency that must answer, from the list of agency types. */
  public String agencyType() {
    return agencyType;
  }

  /** Whether the provider that recorded the incident answers itself. */
  public boolean isToProvider() {
    return PROVIDER.equals(agencyType);
  }
}
