package org.wraparound.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.wraparound.kit.Caller;
import org.wraparound.kit.idempotency.IdempotencyKeys.Claim;
import org.wraparound.kit.testing.StackResource;

@QuarkusTest
@WithTestResource(StackResource.class)
class IdempotencyKeysTest {
  private final Caller caller =
      new Caller("OAKFIELD", "PROVIDER", UUID.randomUUID().toString(), Set.of());

  @Inject IdempotencyKeys keys;

  private static <T> T inTransaction(Supplier<T> work) {
    return QuarkusTransaction.requiringNew().call(work::get);
  }

  private byte[] request(int content) {
    return keys.fingerprint("POST", "/v1/notes", Map.of("colour", content));
  }

  private Map<String, Claim> claimed(Map<String, byte[]> requests) {
    return inTransaction(() -> keys.claimAll(caller, requests));
  }

  @Test
  void eachOfSeveralKeysIsFreshOnceThenAnsweredAsItWasOrRefusedForAnotherRequest() {
    inTransaction(
        () -> {
          var claims = keys.claimAll(caller, Map.of("a", request(1), "b", request(2)));
          assertThat(claims.values()).hasOnlyElementsOfType(Claim.Fresh.class).hasSize(2);
          keys.releaseAll(caller, List.of("b"));
          keys.keepAll(caller, Map.of("a", Response.status(201).entity(Map.of("id", 7)).build()));
          return null;
        });
    var claims = claimed(Map.of("a", request(1), "b", request(3), "c", request(1)));
    assertThat(claims.get("a")).isInstanceOf(Claim.Answered.class);
    Response first = ((Claim.Answered) claims.get("a")).first();
    assertThat(first.getStatus()).isEqualTo(201);
    assertThat(new String((byte[]) first.getEntity(), StandardCharsets.UTF_8))
        .isEqualTo("{\"id\":7}");
    assertThat(claims.get("b")).isInstanceOf(Claim.Fresh.class);
    assertThat(claims.get("c")).isInstanceOf(Claim.Fresh.class);
    assertThat(claimed(Map.of("a", request(9))).get("a")).isInstanceOf(Claim.Reused.class);
  }

  @Test
  void anotherCallersKeyIsAnotherKey() {
    claimed(Map.of("mine", request(1)));
    Caller other = new Caller("ELMTREE", "PROVIDER", caller.userId(), Set.of());
    assertThat(inTransaction(() -> keys.claimAll(other, Map.of("mine", request(2)))).get("mine"))
        .isInstanceOf(Claim.Fresh.class);
  }
}
