package org.wraparound.escalation.escalations;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;

/**
 * Who decided, and as what.
 *
 * @param userId subject of their token
 * @param role the role they decided in
 */
record Decider(String agency, String userId, String role) {
  private static final Set<String> DECIDING =
      Set.of("manager", "safeguarding-lead", "commissioner", "clinician");

  /**
   * The caller, in the role they name or in the only deciding role they hold.
   *
   * @throws ProblemException when they do not hold it, or hold several and do not say which
   */
  static Decider of(Caller caller, String role) {
    Set<String> held = new TreeSet<>(caller.roles());
    held.retainAll(DECIDING);
    if (role == null ? held.size() != 1 : !held.contains(role)) {
      throw ProblemException.invalid(
          "decidingRole", "name the role you decide in; yours are " + String.join(", ", held));
    }
    return new Decider(
        caller.agency(), caller.userId(), role == null ? List.copyOf(held).get(0) : role);
  }
}
