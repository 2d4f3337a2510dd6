package org.wraparound.gateway;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** A service behind the door. */
enum Service {
  INCIDENT("incident"),
  ESCALATION("escalation"),
  ACTION_PLAN("action-plan"),
  PATHWAY("pathway");

  /** The name in paths, health answers and metrics. */
  final String key;

  Service(String key) {
    this.key = key;
  }

  static Optional<Service> called(String key) {
    return Arrays.stream(values()).filter(service -> service.key.equals(key)).findFirst();
  }

  /** A request to this service, for the path (and query) given. */
  RequestOptions request(GatewayConfig.Services services, String target) {
    URI base = address(services);
    boolean tls = "https".equals(base.getScheme());
    int standardPort = tls ? 443 : 80;
    return new RequestOptions()
        .setHost(base.getHost())
        .setPort(base.getPort() < 0 ? standardPort : base.getPort())
        .setSsl(tls)
        .setURI(target);
  }

  private URI address(GatewayConfig.Services services) {
    return switch (this) {
      case INCIDENT -> services.incident();
      case ESCALATION -> services.escalation();
      case ACTION_PLAN -> services.actionPlan();
      case PATHWAY -> services.pathway();
    };
  }
}
