package org.wraparound.kit.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.wraparound.kit.Ids;

/**
 * Gives every request an id, a correlation id and a trace context before anything else looks at it,
 * keeps those that came with it, and mirrors the two ids on every answer, also on those made before
 * a resource is reached.
 */
@ApplicationScoped
class RequestIds {
  static final String REQUEST_ID = "X-Request-ID";
  static final String CORRELATION_ID = "X-Correlation-ID";
  static final String TRACEPARENT = "traceparent";
  // https://www.w3.org/TR/trace-context/: version, trace id, parent id, flags; all-zero ids are not
  // valid
  private static final Pattern TRACE =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final SecureRandom RANDOM = new SecureRandom();

  void first(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(RequestIds::identify);
  }

  private static void identify(RoutingContext http) {
    HttpServerRequest request = http.request();
    String id = uuidOr(request.getHeader(REQUEST_ID), null);
    if (id == null) {
      id = Ids.next().toString();
    }
    String correlation = uuidOr(request.getHeader(CORRELATION_ID), id);
    String trace = request.getHeader(TRACEPARENT);
    http.put(REQUEST_ID, id);
    http.put(CORRELATION_ID, correlation);
    http.put(TRACEPARENT, trace != null && TRACE.matcher(trace).matches() ? trace : newTrace());
    http.response().putHeader(REQUEST_ID, id).putHeader(CORRELATION_ID, correlation);
    http.next();
  }

  /** The request's id, to be quoted in problems and logs. */
  static String of(RoutingContext http) {
    return http.get(REQUEST_ID);
  }

  private static String uuidOr(String text, String otherwise) {
    if (text == null || text.length() != 36) {
      return otherwise;
    }
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }

  private static String newTrace() {
    byte[] ids = new byte[24];
    RANDOM.nextBytes(ids);
    String hex = HexFormat.of().formatHex(ids);
    return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
  }
}
