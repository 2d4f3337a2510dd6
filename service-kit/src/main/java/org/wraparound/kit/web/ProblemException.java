package org.wraparound.kit.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolation;
import java.net.URI;
import java.util.Collection;
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

  /** The state of the record does not allow this for as long as this is missing in it. */
  public static ProblemException incomplete(String detail, List<Violation> missing) {
    return new ProblemException(ProblemType.CONFLICT, detail, List.copyOf(missing), List.of());
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

  /** What was sent breaks these constraints; each is told by the field it is on. */
  public static ProblemException violating(Collection<? extends ConstraintViolation<?>> broken) {
    return invalid(Violations.of(broken));
  }

  /** What was sent cannot be read as what was expected; the field is told where there is one. */
  public static ProblemException unreadable(JacksonException e) {
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return invalid(List.of(Violations.of(mapping)));
    }
    String where =
        e.getLocation() == null
            ? ""
            : " at line %d, column %d"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    return of(ProblemType.MALFORMED, "The body is not the JSON object expected" + where + ".");
  }

  /** The parameter cannot be read as what was expected, such as {@code a UUID}. */
  static ProblemException unreadable(String parameter, String expected) {
    return new ProblemException(
        ProblemType.MALFORMED,
        "The parameter " + parameter + " must be " + expected + ".",
        List.of(new Violation(parameter, "must be " + expected)),
        List.of());
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

  /**
   * The problem as it is told.
   *
   * @param instance path of the request
   * @param requestId the X-Request-ID to quote
   */
  public Problem problem(String instance, String requestId) {
    return new Problem(
        type.urn(),
        type.title(),
        type.status(),
        getMessage(),
        instance,
        requestId,
        violations,
        related);
  }
}
