package org.wraparound.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * All that stands behind the door, each part a stub; injected into tests that have such a field.
 */
public class StubSuite implements QuarkusTestResourceLifecycleManager {
  private Vertx vertx;
  private boolean realmStartsLate;

  StubService incident;
  StubService escalation;
  StubService actionPlan;
  StubService pathway;
  StubRealm realm;

  @Override
  public void init(Map<String, String> arguments) {
    realmStartsLate = Boolean.parseBoolean(arguments.get("realmStartsLate"));
  }

  @Override
  public Map<String, String> start() {
    vertx = Vertx.vertx();
    incident = new StubService(vertx, "incident");
    escalation = new StubService(vertx, "escalation");
    actionPlan = new StubService(vertx, "action-plan");
    pathway = new StubService(vertx, "pathway");
    realm = new StubRealm(vertx);
    if (realmStartsLate) {
      realm.stop();
    }
    return Map.ofEntries(
        Map.entry("wraparound.gateway.services.incident", incident.url()),
        Map.entry("wraparound.gateway.services.escalation", escalation.url()),
        Map.entry("wraparound.gateway.services.action-plan", actionPlan.url()),
        Map.entry("wraparound.gateway.services.pathway", pathway.url()),
        Map.entry("wraparound.gateway.response-timeout", "1s"),
        Map.entry("wraparound.gateway.health.timeout", "1s"),
        Map.entry("wraparound.gateway.health.cached", "0s"),
        Map.entry("quarkus.oidc.auth-server-url", realm.url()));
  }

  void reset() {
    List.of(incident, escalation, actionPlan, pathway).forEach(StubService::reset);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(StubSuite.class));
  }

  @Override
  public void stop() {
    await(vertx.close());
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
