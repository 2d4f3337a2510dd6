package org.wraparound.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A service as seen from the door: answers, or misbehaves, as a test says. */
final class StubService {
  private final Vertx vertx;
  private final String name;
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private int port;
  private volatile boolean well;
  private volatile Handler<HttpServerRequest> behaviour;

  StubService(Vertx vertx, String name) {
    this.vertx = vertx;
    this.name = name;
    reset();
    start();
  }

  /** Back to a healthy service that answers with what it was asked. */
  void reset() {
    well = true;
    behaviour = this::echo;
    requests.set(0);
  }

  void behave(Handler<HttpServerRequest> behaviour) {
    this.behaviour = behaviour;
  }

  void isUnwell() {
    well = false;
  }

  /** How many requests have come since the last reset, health questions aside. */
  int requests() {
    return requests.get();
  }

  String url() {
    return "http://localhost:" + port;
  }

  void start() {
    server = vertx.createHttpServer().requestHandler(this::handle);
    port = StubSuite.await(server.listen(port)).actualPort();
  }

  void stop() {
    StubSuite.await(server.close());
  }

  private void handle(HttpServerRequest request) {
    switch (request.path()) {
      case "/q/health/ready" -> request.response().end();
      case "/q/health/well" -> request.response().setStatusCode(well ? 200 : 503).end();
      default -> {
        requests.incrementAndGet();
        behaviour.handle(request);
      }
    }
  }

  private void echo(HttpServerRequest request) {
    JsonObject headers = new JsonObject();
    request
        .headers()
        .forEach(
            header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    request
        .body()
        .onSuccess(
            body ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(
                        new JsonObject()
                            .put("service", name)
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("body", body.toString())
                            .toBuffer()));
  }
}
