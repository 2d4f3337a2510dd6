package org.wraparound.kit.access;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;

/**
 * Whose eyes a query is made for: one agency's, or all records for the system itself and for
 * auditors.
 */
@ApplicationScoped
@Unremovable
public class VisibleToAgency implements Supplier<String> {
  private static final String EVERYTHING = "*";
  private static final String NOTHING = "";

  private final Provenance provenance;

  VisibleToAgency(Provenance provenance) {
    this.provenance = provenance;
  }

  @Override
  public String get() {
    Caller caller = provenance.caller();
    if (caller.isSystem() || caller.is("auditor")) {
      return EVERYTHING;
    }
    return caller.agency() == null ? NOTHING : caller.agency();
  }
}
