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
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
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
class IdempotencyKeys {
  private static final List<String> KEPT_HEADERS = List.of("ETag", "Location");
  private static final String CLAIM =
      "insert into idempotency_key (agency, actor, key, request_hash) values (?, ?, ?, ?) on conflict do nothing";
  private static final String FIRST_ANSWER =
      "select request_hash, status, headers::text, body from idempotency_key where agency = ? and actor = ? and key = ?";
  private static final String KEEP =
      "update idempotency_key set status = ?, headers = ?::json, body = ? where agency = ? and actor = ? and key = ?";
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

  /** Keeps the answer to a claimed key. */
  @Transactional(Transactional.TxType.MANDATORY)
  void keep(Caller caller, String key, Object result) {
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
    try (var connection = dataSource.getConnection();
        var keep = connection.prepareStatement(KEEP)) {
      keep.setInt(1, status);
      keep.setString(2, json.writeValueAsString(headers));
      keep.setBytes(3, entity == null ? null : json.writeValueAsBytes(entity));
      keep.setString(4, caller.agencyOrRole());
      keep.setString(5, caller.userId());
      keep.setString(6, key);
      keep.executeUpdate();
    } catch (SQLException e) {
      throw new IdempotencyUnavailableException(e);
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
