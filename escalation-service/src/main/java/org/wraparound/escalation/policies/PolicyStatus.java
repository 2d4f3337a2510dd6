package org.wraparound.escalation.policies;

/** Where a policy stands, derived from what happened to it; the list {@code policy-status}. */
enum PolicyStatus {
  /** Being written; seen by its agency alone. */
  DRAFT,
  /** Approved, and comes into force later. */
  APPROVED,
  /** The one of its agency that applies now. */
  IN_FORCE,
  /** A later one took its place. */
  SUPERSEDED,
  /** Given up before it came into force. */
  WITHDRAWN
}
