package org.wraparound.actionplan.actions;

import java.util.List;
import org.wraparound.actionplan.templates.ActionTemplate;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.Level;

/**
 * The agency that does an action, and who in it.
 *
 * @param missing type of agency that should own it, where the circle has none; then the provider
 *     owns it until one is found, so that it is nobody's loose end
 * @param name the person who does it; null until it is known
 * @param userId subject of that person's token, where it is known
 */
record Owner(String agency, String missing, String name, String userId) {

  /** Some person of the agency, whom it names when it takes the action on. */
  static Owner someoneOf(String agency, String missing) {
    return new Owner(agency, missing, null, null);
  }

  /** Who owns an action of the template, in a circle as it is now. */
  static Owner of(ActionTemplate template, String provider, List<AccessGrant> circle) {
    if (template.party() == Party.PROVIDER) {
      return someoneOf(provider, null);
    }
    return circle.stream()
        .filter(member -> mayOwn(member.level()))
        .filter(member -> member.agencyType().equals(template.agencyType()))
        .findFirst()
        .map(member -> someoneOf(member.agency(), null))
        .orElseGet(() -> someoneOf(provider, template.agencyType()));
  }

  /** An agency that may not see a person's records cannot be asked to do something about them. */
  static boolean mayOwn(Level level) {
    return level != Level.AWARE;
  }
}
