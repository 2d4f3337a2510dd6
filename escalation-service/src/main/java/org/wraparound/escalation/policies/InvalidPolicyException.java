package org.wraparound.escalation.policies;

import java.util.List;

/** A policy that must not be used: what is wrong with it, where and why. */
class InvalidPolicyException extends RuntimeException {
  private final List<String> problems;

  InvalidPolicyException(List<String> problems) {
    super("the policy is refused: " + String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  List<String> problems() {
    return problems;
  }
}
