package org.wraparound.kit.access;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;

/**
 * Tells the database whose eyes each connection is used for, as the session setting {@code
 * wraparound.agency}: one agency's, {@code *} for the system itself and for auditors, and nobody's
 * until it is known who asks. A connection is told each time it is taken from the pool: what was
 * told before may have been undone by a rollback.
 */
@Singleton
class AgencyOfConnections implements AgroalPoolInterceptor {
  private static final String EVERYTHING = "*";
  private static final String NOTHING = "";
  private static final String TELL = "select set_config('wraparound.agency', ?, false)";

  private final Provenance provenance;

  AgencyOfConnections(Provenance provenance) {
    this.provenance = provenance;
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    try (var tell = connection.prepareStatement(TELL)) {
      tell.setString(1, agency());
      tell.execute();
    } catch (SQLException e) {
      throw new ConnectionUnavailableException(e);
    }
  }

  private String agency() {
    if (!Arc.container().requestContext().isActive()) {
      return NOTHING;
    }
    Caller caller = provenance.caller();
    if (caller.isSystem() || caller.is("auditor")) {
      return EVERYTHING;
    }
    return caller.agency() == null ? NOTHING : caller.agency();
  }

  /** The connection could not be told whose it is; it must not be used. */
  private static class ConnectionUnavailableException extends RuntimeException {
    ConnectionUnavailableException(SQLException cause) {
      super("a connection could not be told whose it is", cause);
    }
  }
}
