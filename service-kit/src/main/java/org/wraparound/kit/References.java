package org.wraparound.kit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Short references that people can say on the phone, such as {@code INC-26-000017}. */
@ApplicationScoped
public class References {
  // Plain JDBC: Hibernate keeps one plan for each call of such a native query and compares them
  // all.
  private static final String NEXT =
      "select nextval(cast(? as regclass)) from generate_series(1, ?)";

  private final AgroalDataSource dataSource;
  private final Clock clock;

  References(AgroalDataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * The next reference of a kind of record.
   *
   * @param prefix three letters for the kind; the year in Europe/London follows
   * @param sequence the database sequence that numbers the kind
   */
  public String next(String prefix, String sequence) {
    return next(prefix, sequence, 1).get(0);
  }

  /** The next several references of a kind of record, in one round trip. */
  public List<String> next(String prefix, String sequence, int count) {
    int year = London.today(clock).getYear() % 100;
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(NEXT)) {
      statement.setString(1, sequence);
      statement.setInt(2, count);
      List<String> references = new ArrayList<>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          references.add(String.format(Locale.ROOT, "%s-%02d-%06d", prefix, year, rows.getLong(1)));
        }
      }
      return references;
    } catch (SQLException e) {
      throw new PersistenceException("no number for a reference", e);
    }
  }
}
