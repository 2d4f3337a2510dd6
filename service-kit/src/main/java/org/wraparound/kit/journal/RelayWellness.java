package org.wraparound.kit.journal;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether events go out. Not part of readiness: a service whose broker is away can still record.
 */
@Wellness
class RelayWellness implements HealthCheck {
  private final Relay relay;

  RelayWellness(Relay relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("journal-relay")
        .status(relay.isConnected())
        .withData("backlogAgeSeconds", relay.backlogAge().toSeconds())
        .build();
  }
}
