package org.wraparound.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * Queries whose cost depends on the very values asked for, such as trends and search: the database
 * plans each anew, where it would keep one plan for all values. Others keep their plans.
 */
@ApplicationScoped
public class FreshPlans {
  private static final String USE =
      "select set_config('plan_cache_mode', 'force_custom_plan', true)";

  private final EntityManager entities;

  FreshPlans(EntityManager entities) {
    this.entities = entities;
  }

  /** From here to the end of the transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void use() {
    entities.createNativeQuery(USE, String.class).getSingleResult();
  }
}
