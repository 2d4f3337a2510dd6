package org.wraparound.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/** First answers to keyed requests, each written in the transaction of its effect. */
@ApplicationScoped
public class IdempotencyKeys {
  private static final List<String> KEPT_HEADERS = List.of("ETag", "Location");
  private static final String CLAIM =
      "insert into idempotency_key (agency, actor, key, request_hash) values (?, ?, ?, ?) on conflict do nothing";
  private static final String FIRST_ANSWER =
      "select request_hash, status, headers::text, body from idempotency_key where agency = ? and actor = ? and key = ?";
  private static final String KEEP =
      "update idempotency_key set status = ?, headers = ?::json, body = ? where agency = ? and actor = ? and key = ?";
  // In the order of the keys, so that two batches that share some never wait for each other.
  private static final String CLAIM_ALL =
      """
      insert into idempotency_key (agency, actor, key, request_hash)
      select ?, ?, claimed.key, claimed.hash
      from unnest(?, ?) as claimed (key, hash) order by claimed.key collate "C"
      on conflict do nothing returning key
      """;
  private static final String FIRST_ANSWERS =
      "select key, request_hash, status, headers::text, body from idempotency_key where agency = ? and actor = ? and key = any (?)";
  private static final String RELEASE =
      "delete from idempotency_key where agency = ? and actor = ? and key = any (?) and status is null";
  private static final String FORGET = "delete from idempotency_key where created_at < ?";

  private final AgroalDataSource dataSource;
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration retention;

  IdempotencyKeys(
      AgroalDataSource dataSource,
      ObjectMapper json,
      Clock clock,
      @ConfigProperty(name = "wraparound.idempotency.retention", defaultValue = "P30D")
          Duration retention) {
    this.dataSource = dataSource;
    this.json = json;
    this.clock = clock;
    this.retention = retention;
  }

  /**
   * Claims the key for the current transaction, waiting for another that holds it.
   *
   * @return the first answer when the key has been used before for the same request
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Response> claim(Caller caller, String key, byte[] requestHash) {
    try (var connection = dataSource.getConnection()) {
      try (var claim = connection.prepareStatement(CLAIM)) {
        claim.setString(1, caller.agencyOrRole());
        claim.setString(2, caller.userId());
        claim.setString(3, key);
        claim.setBytes(4, requestHash);
        if (claim.executeUpdate() == 1) {
          return Optional.empty();
        }
      }
      try (var first = connection.prepareStatement(FIRST_ANSWER)) {
        first.setString(1, caller.agencyOrRole());
        first.setString(2, caller.userId());
        first.setString(3, key);
        try (var row = first.executeQuery()) {
          row.next();
          if (!MessageDigest.isEqual(requestHash, row.getBytes(1))) {
            throw ProblemException.of(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "Send a new Idempotency-Key for a new request; this one belongs to an earlier, different one.");
          }
          return Optional.of(answer(row.getInt(2), row.getString(3), row.getBytes(4)));
        }
      }
    } catch (SQLException e) {
      throw new IdempotencyUnavailableException(e);
    }
  }

  /** What became of a key that is one of several. */
  public sealed interface Claim {
    /** Ours: do what was asked and keep the answer, or release the key. */
    record Fresh() implements Claim {}

    /** Used before, for the same request, which had this answer; its entity is JSON in bytes. */
    record Answered(Response first) implements Claim {}

    /** Used before, for another request. */
    record Reused() implements Claim {}
  }

  /**
   * What makes two requests the same.
   *
   * @param uri path and query
   * @param content the body as it was read
   * @return a SHA-256
   */
  public byte[] fingerprint(String method, String uri, Object content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update((method + " " + uri + "\n").getBytes(StandardCharsets.UTF_8));
      sha256.update(json.writeValueAsBytes(content));
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request cannot be written as JSON", e);
    }
  }

  /**
   * Claims the keys of requests that came together, each as if it had come alone, waiting for
   * others that hold them.
   *
   * @param requests fingerprint of each request by its key
   * @return what became of each key
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<String, Claim> claimAll(Caller caller, Map<String, byte[]> requests) {
    Map<String, Claim> claims = new HashMap<>();
    List<String> keys = List.copyOf(requests.keySet());
    try (var connection = dataSource.getConnection();
        var claim = connection.prepareStatement(CLAIM_ALL);
        var first = connection.prepareStatement(FIRST_ANSWERS)) {
      claim.setString(1, caller.agencyOrRole());
      claim.setString(2, caller.userId());
      claim.setArray(3, connection.createArrayOf("text", keys.toArray()));
      claim.setArray(
          4,
          connection.createArrayOf(
              "bytea", keys.stream().map(requests::get).toArray(byte[][]::new)));
      try (var fresh = claim.executeQuery()) {
        while (fresh.next()) {
          claims.put(fresh.getString(1), new Claim.Fresh());
        }
      }
      first.setString(1, caller.agencyOrRole());
      first.setString(2, caller.userId());
      first.setArray(
          3,
          connection.createArrayOf(
              "text", keys.stream().filter(key -> !claims.containsKey(key)).toArray()));
      try (var row = first.executeQuery()) {
        while (row.next()) {
          String key = row.getString(1);
          claims.put(
              key,
              MessageDigest.isEqual(requests.get(key), row.getBytes(2))
                  ? new Claim.Answered(answer(row.getInt(3), row.getString(4), row.getBytes(5)))
                  : new Claim.Reused());
        }
      }
      return claims;
    } catch (SQLException e) {
      throw new IdempotencyUnavailableException(e);
    }
  }

  /** Lets go of claimed keys whose requests had no effect, so that they can be used again. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void releaseAll(Caller caller, Collection<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    try (var connection = dataSource.getConnection();
        var release = connection.prepareStatement(RELEASE)) {
      release.setString(1, caller.agencyOrRole());
      release.setString(2, caller.userId());
      release.setArray(3, connection.createArrayOf("text", keys.toArray()));
      release.executeUpdate();
    } catch (SQLException e) {
      throw new IdempotencyUnavailableException(e);
    }
  }

  /** Keeps the answers to claimed keys, in one round trip. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keepAll(Caller caller, Map<String, Response> answers) {
    try (var connection = dataSource.getConnection();
        var keep = connection.prepareStatement(KEEP)) {
      for (Map.Entry<String, Response> answer : answers.entrySet()) {
        set(keep, caller, answer.getKey(), answer.getValue());
        keep.addBatch();
      }
      keep.executeBatch();
    } catch (SQLException e) {
      throw new IdempotencyUnavailableException(e);
    }
  }

  /** Keeps the answer to a claimed key. */
  @Transactional(Transactional.TxType.MANDATORY)
  void keep(Caller caller, String key, Object result) {
    try (var connection = dataSource.getConnection();
        var keep = connection.prepareStatement(KEEP)) {
      set(keep, caller, key, result);
      keep.executeUpdate();
    } catch (SQLException e) {
      throw new IdempotencyUnavailableException(e);
    }
  }

  private void set(PreparedStatement keep, Caller caller, String key, Object result)
      throws SQLException {
    int status = 200;
    Object entity = result;
    Map<String, String> headers = new LinkedHashMap<>();
    if (result instanceof Response response) {
      status = response.getStatus();
      entity = response.getEntity();
      for (String name : KEPT_HEADERS) {
        Object value = response.getHeaders().getFirst(name);
        if (value != null) {
          headers.put(name, value.toString());
        }
      }
    }
    try {
      keep.setInt(1, status);
      keep.setString(2, json.writeValueAsString(headers));
      keep.setBytes(3, entity == null ? null : json.writeValueAsBytes(entity));
      keep.setString(4, caller.agencyOrRole());
      keep.setString(5, caller.userId());
      keep.setString(6, key);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }

  @Scheduled(every = "6h", delayed = "10m")
  @Transactional
  void forgetOld() {
    try (var connection = dataSource.getConnection();
        var forget = connection.prepareStatement(FORGET)) {
      forget.setObject(1, clock.instant().minus(retention).atOffset(ZoneOffset.UTC));
      forget.executeUpdate();
    } catch (SQLException e) {
      throw new IdempotencyUnavailableException(e);
    }
  }

  private Response answer(int status, String headers, byte[] body) {
    try {
      var response = Response.status(status).header("Idempotency-Replayed", "true");
      json.readValue(headers, new TypeReference<Map<String, String>>() {})
          .forEach(response::header);
      return body == null
          ? response.build()
          : response.type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept answer cannot be read", e);
    }
  }

  /** The keys could not be reached; the request must not take effect. */
  private static class IdempotencyUnavailableException extends RuntimeException {
    IdempotencyUnavailableException(SQLException cause) {
      super("the idempotency keys could not be reached", cause);
    }
  }
}
