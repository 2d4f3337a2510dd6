package org.wraparound.gateway;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.wraparound.gateway.Routes.Destination;

/**
 * Every request that is not for the gateway's own health and metrics comes through here: ids,
 * route, size, token, and then on to the service. Nothing reads the body before it is passed on.
 */
@ApplicationScoped
class Door {
  static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private static final Logger LOG = Logger.getLogger(Door.class);
  private static final String ALLOW =
      METHODS.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
  private static final String TRACE = Trace.class.getName();

  /** After all that Quarkus itself serves. */
  private static final int ORDER = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT;

  private final GatewayConfig config;
  private final Routes routes;
  private final TokenCheck tokens;
  private final RequestLog log;
  private final HttpClient client;

  Door(GatewayConfig config, Routes routes, TokenCheck tokens, RequestLog log, Vertx vertx) {
    this.config = config;
    this.routes = routes;
    this.tokens = tokens;
    this.log = log;
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAlive(true)
                .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                .setMaxWaitQueueSize(config.waitingPerService()),
            new PoolOptions().setHttp1MaxSize(config.connectionsPerService()));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  void open(@Observes Router router) {
    // First of all, so that an answer carries its ids whoever gives it.
    router.route().order(Integer.MIN_VALUE).handler(this::identify);
    router.route().order(ORDER).handler(this::enter);
    router.route().order(ORDER).failureHandler(this::fail);
  }

  private void identify(RoutingContext context) {
    traceOf(context);
    context.next();
  }

  private static Trace traceOf(RoutingContext context) {
    Trace known = context.get(TRACE);
    if (known != null) {
      return known;
    }
    Trace trace = Trace.of(context.request());
    context.put(TRACE, trace);
    context
        .response()
        .putHeader(Trace.REQUEST_ID, trace.requestId())
        .putHeader(Trace.CORRELATION_ID, trace.correlationId());
    return trace;
  }

  private void enter(RoutingContext context) {
    HttpServerRequest request = context.request();
    Trace trace = traceOf(context);
    RequestLog.Entry entry = log.begin(trace);
    context.addEndHandler(ended -> log.write(context, entry));

    // Until it is clear where the body goes; checking the token may take a while.
    request.pause();

    Optional<Destination> found = routes.find(context.normalizedPath());
    if (found.isEmpty()) {
      Problem.notFound().answer(context, trace);
      return;
    }
    Destination destination = found.get();
    entry.goesTo(destination);
    Optional<Problem> objection = objection(request, destination.maxBody());
    if (objection.isPresent()) {
      objection.get().answer(context, trace);
    } else if (destination.open()) {
      pass(context, destination, trace);
    } else {
      tokens.check(
          context,
          caller -> {
            entry.comesFrom(caller);
            pass(context, destination, trace);
          },
          problem -> problem.answer(context, trace));
    }
  }

  private static Optional<Problem> objection(HttpServerRequest request, long limit) {
    if (!METHODS.contains(request.method())) {
      return Optional.of(Problem.methodNotAllowed(ALLOW));
    }
    String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
    if (coding != null && !coding.equalsIgnoreCase("chunked")) {
      return Optional.of(Problem.malformed("The only Transfer-Encoding taken is chunked."));
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && Long.parseLong(length) > limit
        ? Optional.of(Problem.tooLarge(limit))
        : Optional.empty();
  }

  private void pass(RoutingContext context, Destination destination, Trace trace) {
    HttpServerRequest request = context.request();
    if (request.headers().contains(HttpHeaders.EXPECT, "100-continue", true)) {
      context.response().writeContinue();
    }
    Passage passage =
        new Passage(
            config, client, target(destination, request.query()), destination.maxBody(), trace);
    // An upgraded connection would pass by the interceptor, and no service offers any.
    HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(ignored -> passage.connect())
        .addInterceptor(passage)
        .handle(request);
  }

  /** The path as it was matched, dots resolved: a service must not read it as another one. */
  private RequestOptions target(Destination destination, String query) {
    String uri = destination.path() + (query == null ? "" : "?" + query);
    return destination
        .service()
        .request(config.services(), uri)
        .setConnectTimeout(config.connectTimeout().toMillis())
        .setIdleTimeout(config.responseTimeout().toMillis());
  }

  private void fail(RoutingContext context) {
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    Trace trace = traceOf(context);
    if (context.statusCode() == 400) {
      Problem.malformed("The request's path or headers cannot be read.").answer(context, trace);
    } else {
      LOG.error("Request failed in the gateway", context.failure());
      Problem.internalError().answer(context, trace);
    }
  }
}
