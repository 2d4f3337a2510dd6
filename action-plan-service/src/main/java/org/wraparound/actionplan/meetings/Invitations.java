package org.wraparound.actionplan.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.web.Violation;

/**
 * Whom a meeting about a person may ask.
 *
 * @param seeing agencies that see the person's records, by their codes
 */
record Invitations(Set<String> seeing) {

  /**
   * @param provider whose plan the meeting works on, which sees it whatever the circle is; or null
   */
  static Invitations in(List<AccessGrant> circle, String provider) {
    return new Invitations(
        Stream.concat(
                circle.stream()
                    .filter(member -> member.level() != Level.AWARE)
                    .map(AccessGrant::agency),
                Stream.ofNullable(provider))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Each that would bring an agency to the table that may not see what lies on it. */
  List<Violation> faultsOf(List<Invitation> invitations) {
    List<Violation> found = new ArrayList<>();
    for (int i = 0; i < invitations.size(); i++) {
      if (!invitations.get(i).external() && !seeing.contains(invitations.get(i).agency())) {
        found.add(
            new Violation(
                "invitees[" + i + "].agency",
                "is not in the person's circle at a level at which it sees the plan: bring it in"
                    + " first, or ask it as external, to come without access"));
      }
    }
    return found;
  }

  /** Those invited; whether they are external follows from the circle. */
  List<Invitee> invitees(List<Invitation> invitations) {
    return invitations.stream()
        .map(
            asked ->
                new Invitee(
                    asked.agency(), asked.role(), asked.name(), !seeing.contains(asked.agency())))
        .toList();
  }

  /** Everyone who sees the records, each as whomever they send. */
  List<Invitee> all() {
    return seeing.stream().sorted().map(agency -> new Invitee(agency, null, null, false)).toList();
  }
}
