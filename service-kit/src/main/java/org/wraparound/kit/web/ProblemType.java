package org.wraparound.kit.web;

import java.util.Locale;

/**
 * The kinds of problem a service answers with (RFC 9457); documented in docs/problems.md, never
 * renamed.
 */
public enum ProblemType {
  MALFORMED(400, "The request cannot be read"),
  UNAUTHENTICATED(401, "Sign in first"),
  FORBIDDEN(403, "Your role may not do this"),
  NOT_FOUND(404, "There is no such record for you"),
  METHOD_NOT_ALLOWED(405, "This path does not take that method"),
  NOT_ACCEPTABLE(406, "This path cannot answer in that form"),
  CONFLICT(409, "The record is not in a state that allows this"),
  PRECONDITION_FAILED(412, "The record has changed since you read it"),
  PAYLOAD_TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "This path does not take that form of content"),
  INVALID(422, "Something in the request is missing or wrong"),
  IDEMPOTENCY_KEY_REUSED(422, "This idempotency key was used for another request"),
  PRECONDITION_REQUIRED(428, "Say which version you are changing"),
  INTERNAL_ERROR(500, "Something went wrong here"),
  UNAVAILABLE(503, "Not available for the moment");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** What it is, in words that stay the same. */
  public String title() {
    return title;
  }

  /** The problem's {@code type}, the same for ever. */
  public String urn() {
    return "urn:wraparound:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that stands for a bare HTTP status. */
  static ProblemType ofStatus(int status) {
    for (ProblemType type : values()) {
      if (type.status == status) {
        return type;
      }
    }
    return status < 500 ? MALFORMED : INTERNAL_ERROR;
  }
}
