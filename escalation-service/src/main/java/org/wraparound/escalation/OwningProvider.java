package org.wraparound.escalation;

import java.util.List;
import org.wraparound.kit.access.AccessGrant;

/** Whose record something becomes that happens around a person and that no provider recorded. */
public final class OwningProvider {
  private static final String PROVIDER = "PROVIDER";

  private OwningProvider() {}

  /**
   * The agency that acted where it is a provider of the circle, or where the circle has none;
   * otherwise a provider of the circle, of several the first by its code.
   *
   * @param circle the agencies around the person, by code
   */
  public static String of(List<AccessGrant> circle, String acting) {
    List<String> providers =
        circle.stream()
            .filter(grant -> grant.agencyType().equals(PROVIDER))
            .map(AccessGrant::agency)
            .toList();
    return providers.isEmpty() || providers.contains(acting) ? acting : providers.get(0);
  }
}
