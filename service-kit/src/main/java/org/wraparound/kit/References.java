package org.wraparound.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Short references that people can say on the phone, such as {@code INC-26-000017}. */
@ApplicationScoped
public class References {
  private final EntityManager database;
  private final Clock clock;

  References(EntityManager database, Clock clock) {
    this.database = database;
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
    List<?> numbers =
        database
            .createNativeQuery(
                "select nextval(cast(:sequence as regclass)) from generate_series(1, :count)",
                Long.class)
            .setParameter("sequence", sequence)
            .setParameter("count", count)
            .getResultList();
    return numbers.stream()
        .map(number -> String.format(Locale.ROOT, "%s-%02d-%06d", prefix, year, (Long) number))
        .toList();
  }
}
