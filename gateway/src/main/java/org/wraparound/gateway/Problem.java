package org.wraparound.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;

/**
 * An error answered here and not by a service, in the form the services use (RFC 9457).
 *
 * @param slug last part of {@code urn:wraparound:problem:<slug>}, the same for ever
 * @param headers headers that belong to the answer
 */
record Problem(int status, String slug, String title, String detail, Map<String, String> headers) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem malformed(String detail) {
    return new Problem(400, "malformed", "The request cannot be read", detail, Map.of());
  }

  /** RFC 6750, 3.1: the challenge says no more than this when no token was sent at all. */
  static Problem noToken() {
    return new Problem(
        401,
        "unauthenticated",
        "Sign in first",
        "Send a bearer token in the Authorization header.",
        Map.of("WWW-Authenticate", "Bearer"));
  }

  static Problem badToken() {
    return new Problem(
        401,
        "unauthenticated",
        "The token is not accepted",
        "It is expired, not for this service, or not signed by the identity provider.",
        Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
  }

  static Problem notFound() {
    return new Problem(404, "not-found", "Not found", "Nothing is served at this path.", Map.of());
  }

  static Problem methodNotAllowed(String allowed) {
    return new Problem(
        405,
        "method-not-allowed",
        "Method not allowed",
        "No path here takes this method.",
        Map.of("Allow", allowed));
  }

  static Problem tooLarge(long limit) {
    return new Problem(
        413,
        "payload-too-large",
        "The request body is too large",
        "The limit is " + limit + " bytes.",
        Map.of());
  }

  static Problem internalError() {
    return new Problem(
        500, "internal-error", "Something went wrong here", "Quote the request id.", Map.of());
  }

  /** The service got the request, or may have, and did not answer properly. */
  static Problem upstreamUnavailable(Duration retryAfter) {
    return new Problem(
        502,
        "upstream-unavailable",
        "The service did not answer",
        "Whether it acted on the request is not known: repeat it with the same Idempotency-Key.",
        retryAfter(retryAfter));
  }

  /** What is needed cannot be reached, and so nothing has happened. */
  static Problem unavailable(Duration retryAfter) {
    return new Problem(
        503,
        "unavailable",
        "Not available at the moment",
        "Nothing was done with the request: repeat it later.",
        retryAfter(retryAfter));
  }

  private static Map<String, String> retryAfter(Duration duration) {
    return Map.of("Retry-After", Long.toString(Math.max(1, duration.toSeconds())));
  }

  Buffer body(String instance, String requestId) {
    return new JsonObject()
        .put("type", "urn:wraparound:problem:" + slug)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .put("instance", instance)
        .put("requestId", requestId)
        .toBuffer();
  }

  /** Answers the request with this problem; drops what is still to come of the request's body. */
  void answer(RoutingContext context, Trace trace) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    request.resume();
    response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
    headers.forEach(response::putHeader);
    Buffer body = body(request.path(), trace.requestId());
    if (request.headers().contains(HttpHeaders.EXPECT)) {
      // The caller keeps its body back and may send something else next: nobody could tell.
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      response.end(body).onComplete(sent -> request.connection().close());
    } else {
      response.end(body);
    }
  }
}
