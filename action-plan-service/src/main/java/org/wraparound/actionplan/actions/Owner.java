package org.wraparound.actionplan.actions;

import java.util.List;
import org.wraparound.actionplan.templates.ActionTemplate;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.Level;

/**
 * The agency that does an action.
 *
 * @param missing type of agency that should own it, where the circle has none; then the provider
 *     owns it until one is found, so that it is nobody's loose end
 */
record Owner(String agency, String missing) {

  /** Who owns an action of the template, in a circle as it is now. */
  static Owner of(ActionTemplate template, String provider, List<AccessGrant> circle) {
    if (template.party() == Party.PROVIDER) {
      return new Owner(provider, null);
    }
    return circle.stream()
        .filter(member -> mayOwn(member.level()))
        .filter(member -> member.agencyType().equals(template.agencyType()))
        .findFirst()
        .map(member -> new Owner(member.agency(), null))
        .orElseGet(() -> new Owner(provider, template.agencyType()));
  }

  /** An agency that may not see a person's records cannot be asked to do something about them. */
  static boolean mayOwn(Level level) {
    return level != Level.AWARE;
  }
}
