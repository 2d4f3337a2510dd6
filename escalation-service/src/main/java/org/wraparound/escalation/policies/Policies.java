package org.wraparound.escalation.policies;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The threshold policies; versions are never changed, and the highest is in force. */
@ApplicationScoped
public class Policies {
  private static final String DEFAULT = "policies/default.json";

  private static final String FIRST =
      "insert into policy (version, content) values (1, ?::json) on conflict do nothing";
  private static final String LATEST = "select max(version) from policy";
  private static final String ONE =
      "select version, content::text, loaded_at from policy where version = ?";

  private final AgroalDataSource dataSource;
  private final Map<Integer, PolicyVersion> known = new ConcurrentHashMap<>();

  Policies(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * A policy under its number.
   *
   * @param content the JSON text, to the letter
   */
  public record PolicyVersion(int version, String content, Instant loadedAt, Policy policy) {}

  /**
   * An empty database gets the default policy as version 1; a later default comes as a later
   * version, never in place of the first. Before events flow, hence the priority.
   */
  void loadDefault(@Observes @Priority(1) StartupEvent event) throws IOException, SQLException {
    String content;
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(DEFAULT)) {
      content = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    Policy.read(content);
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(FIRST)) {
      statement.setString(1, content);
      statement.executeUpdate();
    }
    inForce();
  }

  /** The policy in force now. */
  public PolicyVersion inForce() {
    return version(latest());
  }

  /** The policy of a version that an escalation or evaluation names. */
  public PolicyVersion version(int version) {
    return find(version).orElseThrow(() -> new IllegalStateException("no policy " + version));
  }

  Optional<PolicyVersion> find(int version) {
    PolicyVersion cached = known.get(version);
    if (cached != null) {
      return Optional.of(cached);
    }
    Optional<PolicyVersion> read = read(version);
    read.ifPresent(policy -> known.put(version, policy));
    return read;
  }

  /** All versions, the one in force first. */
  List<PolicyVersion> all() {
    int latest = latest();
    return IntStream.range(0, latest)
        .mapToObj(i -> find(latest - i))
        .flatMap(Optional::stream)
        .toList();
  }

  private int latest() {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(LATEST);
        var row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw unread(e);
    }
  }

  private Optional<PolicyVersion> read(int version) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(ONE)) {
      statement.setInt(1, version);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw unread(e);
    }
  }

  private static PolicyVersion read(ResultSet row) throws SQLException {
    String content = row.getString(2);
    return new PolicyVersion(
        row.getInt(1),
        content,
        row.getObject(3, OffsetDateTime.class).toInstant(),
        Policy.read(content));
  }

  private static IllegalStateException unread(SQLException e) {
    return new IllegalStateException("the policies could not be read", e);
  }
}
