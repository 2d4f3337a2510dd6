package org.wraparound.kit.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * A request that cannot be done, with what to tell the caller. Rolls back the transaction; nothing
 * has changed.
 */
public class ProblemException extends RuntimeException {
  private final ProblemType type;
  private final transient List<Violation> violations;
  private final transient List<URI> related;

  private ProblemException(
      ProblemType type, String detail, List<Violation> violations, List<URI> related) {
    super(detail);
    this.type = type;
    this.violations = violations;
    this.related = related;
  }

  /** A problem of the type, with a sentence on this request. */
  public static ProblemException of(ProblemType type, String detail) {
    return new ProblemException(type, detail, List.of(), List.of());
  }

  /** There is no such record, or the caller's agency may not see it: the same answer for both. */
  public static ProblemException notFound(String record, UUID id) {
    return of(ProblemType.NOT_FOUND, "There is no " + record + " " + id + ".");
  }

  /** The caller can see the record, but their role may not do this to it. */
  public static ProblemException forbidden(String detail) {
    return of(ProblemType.FORBIDDEN, detail);
  }

  /** The state of the record does not allow this. */
  public static ProblemException conflict(String detail, URI... related) {
    return new ProblemException(ProblemType.CONFLICT, detail, List.of(), List.of(related));
  }

  /** What was sent breaks these rules. */
  public static ProblemException invalid(List<Violation> violations) {
    return new ProblemException(
        ProblemType.INVALID, summaryOf(violations), List.copyOf(violations), List.of());
  }

  /** What was sent breaks a rule. */
  public static ProblemException invalid(String field, String message) {
    return invalid(List.of(new Violation(field, message)));
  }

  private static String summaryOf(List<Violation> violations) {
    return violations.size() == 1
        ? "1 thing to mend; see violations."
        : violations.size() + " things to mend; see violations.";
  }

  /** The kind of problem. */
  public ProblemType type() {
    return type;
  }

  List<Violation> violations() {
    return violations;
  }

  List<URI> related() {
    return related;
  }
}
