package org.wraparound.actionplan.templates;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The action templates. */
@ApplicationScoped
public class ActionTemplates implements PanacheRepositoryBase<ActionTemplate, String> {

  /**
   * The template of that code.
   *
   * @throws IllegalArgumentException when there is none: what asked for it waits until there is
   */
  public ActionTemplate named(String code) {
    return findByIdOptional(code)
        .orElseThrow(() -> new IllegalArgumentException("no action template " + code));
  }
}
