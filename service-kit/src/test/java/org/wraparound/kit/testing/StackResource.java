package org.wraparound.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.wraparound.localstack.KafkaServer;
import org.wraparound.localstack.PostgresServer;

/**
 * A real PostgreSQL and a real Kafka for a module's tests, one of each per run of the module, and a
 * signing key made for this run alone. Keycloak itself takes part in the acceptance stories.
 */
public class StackResource implements QuarkusTestResourceLifecycleManager {
  private static final String[] TOPICS = {
    "wraparound.incidents.v1",
    "wraparound.escalations.v1",
    "wraparound.action-plans.v1",
    "wraparound.pathways.v1"
  };

  private Path folder;
  private PostgresServer postgres;
  private KafkaServer kafka;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("wraparound-test");
      postgres = PostgresServer.start(folder.resolve("postgres"), 0, "service");
      kafka = KafkaServer.start(folder.resolve("kafka"), 0, TOPICS);
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair keys = generator.generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      System.setProperty(Tokens.SIGNING_KEY, base64.encodeToString(keys.getPrivate().getEncoded()));
      System.setProperty(Bus.BROKERS, kafka.bootstrapServers());
      return Map.of(
          "quarkus.datasource.jdbc.url", postgres.url("service"),
          "quarkus.datasource.username", postgres.user("service"),
          "quarkus.datasource.password", postgres.password("service"),
          "kafka.bootstrap.servers", kafka.bootstrapServers(),
          "quarkus.oidc.public-key", base64.encodeToString(keys.getPublic().getEncoded()),
          // empty is unset: keys come from here, not from a server
          "quarkus.oidc.auth-server-url", "",
          "quarkus.oidc.token.issuer", Tokens.ISSUER,
          "quarkus.http.test-port", "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    if (folder != null) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
