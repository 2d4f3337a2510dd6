package org.wraparound.escalation.policies;

import java.util.List;
import java.util.stream.Collectors;
import org.wraparound.kit.web.Violation;

/** A policy that must not be used: what is wrong with it, where and why. */
class InvalidPolicyException extends RuntimeException {
  private final transient List<Violation> violations;

  InvalidPolicyException(List<Violation> violations) {
    super(
        violations.stream()
            .map(violation -> violation.field() + ": " + violation.message())
            .collect(Collectors.joining("; ", "the policy is refused: ", "")));
    this.violations = List.copyOf(violations);
  }

  List<Violation> violations() {
    return violations;
  }
}
