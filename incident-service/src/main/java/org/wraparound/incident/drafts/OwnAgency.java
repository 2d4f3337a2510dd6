package org.wraparound.incident.drafts;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;

/**
 * The agency whose drafts a query may find: the caller's own, also for an auditor; none for someone
 * of no agency.
 */
@ApplicationScoped
@Unremovable
public class OwnAgency implements Supplier<String> {
  private static final String NONE = "";

  private final Provenance provenance;

  OwnAgency(Provenance provenance) {
    this.provenance = provenance;
  }

  @Override
  public String get() {
    Caller caller = provenance.caller();
    return caller.agency() == null ? NONE : caller.agency();
  }
}
