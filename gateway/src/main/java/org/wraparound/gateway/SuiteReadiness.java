package org.wraparound.gateway;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code /q/health/ready}: whether the whole suite is ready. Each service is asked whether it is
 * ready and whether it is well (its consumers and its relay reach the broker), and the identity
 * provider for its keys. The answer names each part {@code UP} or {@code DOWN}.
 *
 * <p>It is for people, for start scripts and for alarms. An orchestrator that decides whether to
 * send traffic here should ask {@code /q/health/live}, which speaks for this process only: an
 * incident can be recorded while every other service is down, and a gateway taken out of service
 * because of them would turn it away.
 */
@Readiness
@ApplicationScoped
class SuiteReadiness implements AsyncHealthCheck {
  private final GatewayConfig config;
  private final String realmKeys;
  private final HttpClient client;
  private Future<HealthCheckResponse> latest;
  private long latestNanos;

  SuiteReadiness(
      GatewayConfig config,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
      Vertx vertx) {
    this.config = config;
    this.realmKeys = realm + "/protocol/openid-connect/certs";
    int timeout = (int) config.health().timeout().toMillis();
    // Its own, so that a full pool of the door does not read as a suite that is down.
    client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(timeout).setKeepAlive(false));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom().completionStage(() -> latest().toCompletionStage());
  }

  private synchronized Future<HealthCheckResponse> latest() {
    long now = System.nanoTime();
    if (latest == null || now - latestNanos > config.health().cached().toNanos()) {
      latest = ask();
      latestNanos = now;
    }
    return latest;
  }

  private Future<HealthCheckResponse> ask() {
    Map<String, Future<Boolean>> parts = new TreeMap<>();
    for (Service service : Service.values()) {
      parts.put(service.key, all(service, "/q/health/ready", "/q/health/well"));
    }
    parts.put("identity-provider", isOk(new RequestOptions().setAbsoluteURI(realmKeys)));
    return Future.join(parts.values().stream().toList())
        .map(
            joined -> {
              HealthCheckResponseBuilder response = HealthCheckResponse.named("suite");
              parts.forEach((name, up) -> response.withData(name, up.result() ? "UP" : "DOWN"));
              return response.status(parts.values().stream().allMatch(Future::result)).build();
            });
  }

  private Future<Boolean> all(Service service, String... paths) {
    return Future.join(
            Stream.of(paths).map(path -> isOk(service.request(config.services(), path))).toList())
        .map(joined -> joined.<Boolean>list().stream().allMatch(Boolean::booleanValue));
  }

  /** Never fails: what cannot be asked is not ready. */
  private Future<Boolean> isOk(RequestOptions target) {
    long timeout = config.health().timeout().toMillis();
    target.setMethod(HttpMethod.GET).setConnectTimeout(timeout).setIdleTimeout(timeout);
    return client
        .request(target)
        .compose(HttpClientRequest::send)
        .map(response -> response.statusCode() == 200)
        .otherwise(false);
  }
}
