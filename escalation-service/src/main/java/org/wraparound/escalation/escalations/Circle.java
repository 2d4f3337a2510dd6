package org.wraparound.escalation.escalations;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.Level;

/**
 * The agencies around a person, as far as they may know of an escalation.
 *
 * @param provider agency whose record the escalation is
 */
record Circle(String provider, List<AccessGrant> grants) {

  /**
   * Who must answer on a route: an agency of its type that may see the record, one that sees all of
   * it before one that sees it in outline.
   */
  Optional<String> agencyOn(Route route) {
    if (route.isToProvider()) {
      return Optional.of(provider);
    }
    return grants.stream()
        .filter(grant -> grant.agencyType().equals(route.agencyType()))
        .filter(grant -> grant.level() != Level.AWARE)
        .max(
            Comparator.comparing(AccessGrant::level)
                .thenComparing(AccessGrant::agency, Comparator.reverseOrder()))
        .map(AccessGrant::agency);
  }
}
