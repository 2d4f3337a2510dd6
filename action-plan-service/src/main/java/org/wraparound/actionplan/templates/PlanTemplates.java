package org.wraparound.actionplan.templates;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The plan templates. */
@ApplicationScoped
public class PlanTemplates implements PanacheRepositoryBase<PlanTemplate, String> {

  /**
   * Those of a kind, or all.
   *
   * @param kind code from the list plan-kind, or null
   */
  List<PlanTemplate> ofKind(String kind) {
    return kind == null ? list("order by code") : list("kind = ?1 order by code", kind);
  }
}
