package org.wraparound.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Statement;
import org.hibernate.Session;

/**
 * Queries whose cost depends on the very values asked for, such as trends and search: the database
 * plans each anew, where it would keep one plan for all values. Others keep their plans.
 */
@ApplicationScoped
public class FreshPlans {
  private static final String USE = "set local plan_cache_mode = force_custom_plan";

  private final EntityManager entities;

  FreshPlans(EntityManager entities) {
    this.entities = entities;
  }

  /** From here to the end of the transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void use() {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute(USE);
              }
            });
  }
}
