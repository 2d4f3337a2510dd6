package org.wraparound.actionplan.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;
import org.wraparound.kit.web.Problem;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/**
 * Keeps bodies of requests small but for files. Quarkus knows one limit for all paths, and so has
 * none here. {@code wraparound.max-body} (by default 1M) is for all other paths, {@code
 * wraparound.evidence.max-file} for files.
 */
@ApplicationScoped
class BodyLimits {
  private static final String FILES = "/v1/evidence-files";

  private final long file;
  private final long other;
  private final ObjectMapper json;

  BodyLimits(
      EvidenceConfig config,
      @ConfigProperty(name = "wraparound.max-body", defaultValue = "1M") MemorySize other,
      ObjectMapper json) {
    this.file = config.maxFile().asLongValue();
    this.other = other.asLongValue();
    this.json = json;
  }

  void limit(@Observes Router router) {
    router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT).handler(this::limit);
  }

  private void limit(RoutingContext http) {
    boolean takesFile = http.normalizedPath().equals(FILES);
    long limit = takesFile ? file : other;
    String length = http.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && Long.parseLong(length) > limit) {
      refuse(http, limit);
      return;
    }
    if (length == null && !takesFile) {
      // A body of unknown length is counted as it is read; a file is where it is received.
      http.put(VertxInputStream.MAX_REQUEST_SIZE_KEY, limit);
    }
    http.next();
  }

  private void refuse(RoutingContext http, long limit) {
    Problem problem =
        ProblemException.of(
                ProblemType.PAYLOAD_TOO_LARGE, "This path takes at most " + limit + " bytes.")
            .problem(http.request().path(), http.response().headers().get("X-Request-ID"));
    try {
      http.response()
          .setStatusCode(problem.status())
          .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
          .end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    // Reads on, and drops, what the caller is still sending, so that they hear the answer.
    http.request().resume();
  }
}
