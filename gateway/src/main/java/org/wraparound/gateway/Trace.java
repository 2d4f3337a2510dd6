package org.wraparound.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What ties a request to what it sets off, in every service and on the bus.
 *
 * @param requestId UUID of this one request; made when the caller sends none
 * @param correlationId UUID of the caller's larger undertaking; the request's own id when the
 *     caller names none
 * @param traceparent W3C Trace Context; begun here when the caller sends none
 * @param begunHere whether the trace begins here, so that a {@code tracestate} sent belongs to none
 */
record Trace(String requestId, String correlationId, String traceparent, boolean begunHere) {
  static final String REQUEST_ID = "X-Request-ID";
  static final String CORRELATION_ID = "X-Correlation-ID";

  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** W3C Trace Context, 3.2: all zeros is no id; only versions after 00 may go on at the end. */
  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?!ff)(?!00.{54})[0-9a-f]{2}"
              + "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  static Trace of(HttpServerRequest request) {
    String requestId = request.getHeader(REQUEST_ID);
    if (!fits(UUID_FORM, requestId)) {
      requestId = UUID.randomUUID().toString();
    }
    String correlationId = request.getHeader(CORRELATION_ID);
    if (!fits(UUID_FORM, correlationId)) {
      correlationId = requestId;
    }
    String traceparent = request.getHeader("traceparent");
    boolean begunHere = !fits(TRACEPARENT, traceparent);
    return new Trace(
        requestId, correlationId, begunHere ? newTraceparent() : traceparent, begunHere);
  }

  private static boolean fits(Pattern form, String value) {
    return value != null && form.matcher(value).matches();
  }

  /** A random UUID is never all zeros, and neither is its first half. */
  private static String newTraceparent() {
    UUID trace = UUID.randomUUID();
    HexFormat hex = HexFormat.of();
    return "00-"
        + hex.toHexDigits(trace.getMostSignificantBits())
        + hex.toHexDigits(trace.getLeastSignificantBits())
        + "-"
        + hex.toHexDigits(UUID.randomUUID().getMostSignificantBits())
        + "-01";
  }
}
