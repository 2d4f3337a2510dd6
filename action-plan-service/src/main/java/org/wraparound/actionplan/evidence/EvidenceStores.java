package org.wraparound.actionplan.evidence;

import io.quarkus.runtime.Startup;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/** The store that was chosen. A service that has nowhere to keep evidence does not start. */
class EvidenceStores {
  private static final Logger LOG = Logger.getLogger(EvidenceStores.class);

  @Produces
  @Startup
  @Singleton
  EvidenceStore chosen(EvidenceConfig config) throws IOException {
    return switch (config.store()) {
      case FOLDER ->
          new FolderStore(
              config
                  .folder()
                  .orElseThrow(
                      () -> new IllegalArgumentException("set wraparound.evidence.folder")));
      case S3 -> new S3Store(config.s3());
    };
  }

  /** Not part of readiness: all else goes on while files cannot be kept. */
  @Produces
  @Singleton
  @Wellness
  HealthCheck wellness(EvidenceStore store) {
    return () -> {
      try {
        store.check();
        return HealthCheckResponse.up("evidence-store");
      } catch (IOException e) {
        LOG.warnf("evidence store: %s", e.getMessage());
        return HealthCheckResponse.down("evidence-store");
      }
    };
  }
}
