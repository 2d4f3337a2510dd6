package org.wraparound.pathway.transitions;

/**
 * Where a transition stands, derived from what happened to it; the codes of the list {@code
 * transition-status}.
 */
enum TransitionStatus {
  PROPOSED,
  AUTHORISED,
  REVIEW_DUE,
  EXPIRED,
  REFUSED
}
