package org.wraparound.incident.chronology;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The rebuilds there have been, on whichever replica. */
@ApplicationScoped
class Rebuilds implements PanacheRepositoryBase<Rebuild, UUID> {
  // A rebuild holds its advisory lock for as long as its process and its connection live.
  private static final String END_INTERRUPTED =
      Rebuilding.END_RUNNING
          + """
            and not exists (
              select 1 from pg_locks
              where locktype = 'advisory' and classid = 0 and objid = %d and objsubid = 1 and granted
                and database = (select oid from pg_database where datname = current_database()))
            """
              .formatted(Rebuilding.LOCK);

  /** The rebuild as it stands: one whose process has ended has failed. */
  @Transactional
  Optional<Rebuild> current(UUID id) {
    getEntityManager().createNativeQuery(END_INTERRUPTED).executeUpdate();
    return findByIdOptional(id);
  }

  Optional<Rebuild> running() {
    return find("state", Rebuild.State.RUNNING).firstResultOptional();
  }
}
