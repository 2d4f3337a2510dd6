package org.wraparound.escalation.incidents;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.wraparound.escalation.policies.Facts;

@ApplicationScoped
class Incidents implements PanacheRepositoryBase<IncidentFacts, UUID> {
  private static final String FACTS = "i.id, i.personId, i.agency, i.happenedAt, i.known";
  private static final String COUNTS = " and i.withdrawn = false and i.duplicateOf is null";
  private static final int ROWS_AT_A_TIME = 500;

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended(code, 4)) from (
          select code from unnest(?::text[]) as code order by code) as keys
      """;

  private final AgroalDataSource dataSource;

  Incidents(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** An incident that counts for a key. */
  record Keyed(
      String code,
      UUID id,
      UUID personId,
      String provider,
      Instant happenedAt,
      Map<String, List<String>> known) {
    Facts facts() {
      return new Facts(id, personId, provider, happenedAt, known);
    }
  }

  /** A person's incidents at most so long before or after a moment, as they happened. */
  List<Facts> around(UUID personId, Instant moment, Duration window) {
    return getEntityManager()
        .createQuery(
            "select %s from IncidentFacts i where i.personId = :person%s".formatted(FACTS, COUNTS)
                + " and i.happenedAt between :from and :until order by i.happenedAt, i.id",
            Facts.class)
        .setParameter("person", personId)
        .setParameter("from", moment.minus(window))
        .setParameter("until", moment.plus(window))
        .getResultList();
  }

  /** The incidents of each key at most so long before or after a moment, as they happened. */
  Map<String, List<Facts>> around(Collection<String> keys, Instant moment, Duration window) {
    return getEntityManager()
        .createQuery(
            "select k.code, %s from IncidentFacts i join i.keys k where k.code in :keys%s"
                    .formatted(FACTS, COUNTS)
                + " and k.happenedAt between :from and :until order by k.happenedAt, i.id",
            Keyed.class)
        .setParameter("keys", keys)
        .setParameter("from", moment.minus(window))
        .setParameter("until", moment.plus(window))
        .getResultList()
        .stream()
        .collect(
            Collectors.groupingBy(
                Keyed::code, Collectors.mapping(Keyed::facts, Collectors.toList())));
  }

  /**
   * Lets only one transaction at a time look at what is counted for these keys, until it ends: of
   * two replicas that each store an incident of a setting, the second sees the first's.
   */
  void lock(Collection<String> keys) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(LOCK)) {
      statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
      statement.execute();
    } catch (SQLException e) {
      throw new PersistenceException("the keys of a pattern could not be locked", e);
    }
  }

  /** Incidents that the caller may see, by person and then as they happened, a few at a time. */
  Stream<Facts> byPerson(Instant from, Instant to) {
    return getEntityManager()
        .createQuery(
            "select %s from IncidentFacts i where i.happenedAt >= :from and i.happenedAt < :to%s"
                    .formatted(FACTS, COUNTS)
                + " order by i.personId, i.happenedAt, i.id",
            Facts.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .setHint(HibernateHints.HINT_FETCH_SIZE, ROWS_AT_A_TIME)
        .getResultStream();
  }

  /** The same by what they count for, other than the person: once for each. */
  Stream<Keyed> byKey(Instant from, Instant to) {
    return getEntityManager()
        .createQuery(
            "select k.code, %s from IncidentFacts i join i.keys k".formatted(FACTS)
                + " where k.happenedAt >= :from and k.happenedAt < :to"
                + COUNTS
                + " order by k.code, k.happenedAt, i.id",
            Keyed.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .setHint(HibernateHints.HINT_FETCH_SIZE, ROWS_AT_A_TIME)
        .getResultStream();
  }
}
