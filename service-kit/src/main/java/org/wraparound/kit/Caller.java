package org.wraparound.kit;

import java.util.Set;

/**
 * Who is asking.
 *
 * @param agency code of the agency they act for; null for those who belong to none (auditor, ops)
 * @param agencyType code from the list of agency types, or null
 * @param userId subject of the token, stable for ever
 * @param roles what they may do
 */
public record Caller(String agency, String agencyType, String userId, Set<String> roles) {
  /** Not known yet who: may see nothing. */
  public static final Caller NOBODY = new Caller(null, null, "", Set.of());

  /** The services themselves, acting on an event or a clock. */
  public static final Caller SYSTEM_CALLER =
      new Caller(Provenance.SYSTEM, null, Provenance.SYSTEM, Set.of());

  /** Whether the caller holds the role. */
  public boolean is(String role) {
    return roles.contains(role);
  }

  /** Whether this is a service acting on an event or a clock. */
  public boolean isSystem() {
    return Provenance.SYSTEM.equals(agency);
  }

  /** Agency as written on a journal entry. */
  public String agencyOrRole() {
    return agency != null ? agency : String.join("+", roles.stream().sorted().toList());
  }
}
