package org.wraparound.pathway.transitions;

/** Kinds of change in support; the codes of the list {@code transition-kind}. */
enum TransitionKind {
  STEP_UP
}
