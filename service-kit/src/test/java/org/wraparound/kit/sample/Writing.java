package org.wraparound.kit.sample;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;

/** What a use case does, in pieces that a test can put together wrongly. */
@ApplicationScoped
public class Writing {
  private final Journal journal;
  private final Provenance provenance;
  private final AgroalDataSource dataSource;

  Writing(Journal journal, Provenance provenance, AgroalDataSource dataSource) {
    this.journal = journal;
    this.provenance = provenance;
    this.dataSource = dataSource;
  }

  /** Appends in the transaction of the caller. */
  @ActivateRequestContext
  public UUID append(UUID personId, UUID noteId, int colour) {
    provenance.causedByClock();
    return journal.append(new Note.NotePainted(noteId, personId, colour, Instant.now()));
  }

  /** Appends several at once in the transaction of the caller. */
  @ActivateRequestContext
  public void appendAll(UUID personId, UUID noteId, int... colours) {
    provenance.causedByClock();
    journal.appendAll(
        Arrays.stream(colours)
            .mapToObj(colour -> new Note.NotePainted(noteId, personId, colour, Instant.now()))
            .toList());
  }

  /** How many rows a query counts. */
  public long count(String sql, Object... parameters) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a statement. */
  public void run(String sql, Object... parameters) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }
}
