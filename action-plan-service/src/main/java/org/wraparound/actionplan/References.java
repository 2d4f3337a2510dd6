package org.wraparound.actionplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Short references that people can say on the phone, such as {@code ACT-26-000017}. */
@ApplicationScoped
public class References {
  private final EntityManager database;
  private final Clock clock;

  References(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The next of a plan. */
  public String nextPlan() {
    return next("PLN", "plan_reference");
  }

  /** The next of an action. */
  public String nextAction() {
    return next("ACT", "action_reference");
  }

  private String next(String prefix, String sequence) {
    Number number =
        (Number)
            database
                .createNativeQuery("select nextval(cast(:sequence as regclass))", Long.class)
                .setParameter("sequence", sequence)
                .getSingleResult();
    return "%s-%02d-%06d"
        .formatted(prefix, London.today(clock).getYear() % 100, number.longValue());
  }
}
