package org.wraparound.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.wraparound.gateway.Routes.Destination;
import org.wraparound.gateway.TokenCheck.Caller;

/**
 * One line in the log and one measurement for each request, once its answer has gone. Query strings
 * are left out, because people search by name, and so are paths that no service owns, because
 * anything may stand in them.
 */
@ApplicationScoped
class RequestLog {
  /** Category of its own, so that it can be switched off or sent elsewhere. */
  private static final Logger LOG = Logger.getLogger("org.wraparound.gateway.requests");

  private static final String UNROUTED = "unrouted";

  private final MeterRegistry meters;

  RequestLog(MeterRegistry meters) {
    this.meters = meters;
  }

  /** What becomes known of a request while it is served. */
  static final class Entry {
    private final long startedNanos = System.nanoTime();
    private Destination destination;
    private Caller caller = new Caller(null, null);

    void goesTo(Destination destination) {
      this.destination = destination;
    }

    void comesFrom(Caller caller) {
      this.caller = caller;
    }
  }

  /** Marks every line that is logged while the request is served. */
  Entry begin(Trace trace) {
    MDC.put("requestId", trace.requestId());
    MDC.put("correlationId", trace.correlationId());
    return new Entry();
  }

  void write(RoutingContext request, Entry entry) {
    Duration took = Duration.ofNanos(System.nanoTime() - entry.startedNanos);
    HttpMethod sent = request.request().method();
    String method = Door.METHODS.contains(sent) ? sent.name() : "OTHER";
    int status = request.response().getStatusCode();
    String route = entry.destination == null ? UNROUTED : entry.destination.template();
    String service = entry.destination == null ? UNROUTED : entry.destination.service().key;
    String outcome = request.response().ended() ? "answered" : "broken-off";
    String path = entry.destination == null ? UNROUTED : entry.destination.path();

    Timer.builder("wraparound.gateway.requests")
        .description("From the arrival of a request to the end of its answer")
        .tag("route", route)
        .tag("service", service)
        .tag("method", method)
        .tag("status", Integer.toString(status))
        .tag("outcome", outcome)
        .register(meters)
        .record(took);

    MDC.put("method", method);
    MDC.put("route", route);
    MDC.put("path", path);
    MDC.put("status", status);
    MDC.put("outcome", outcome);
    MDC.put("millis", took.toMillis());
    if (entry.caller.agency() != null) {
      MDC.put("agency", entry.caller.agency());
    }
    if (entry.caller.userId() != null) {
      MDC.put("userId", entry.caller.userId());
    }
    LOG.infof("%s %s %d %s in %d ms", method, path, status, outcome, took.toMillis());
  }
}
