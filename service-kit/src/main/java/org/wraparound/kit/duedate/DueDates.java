package org.wraparound.kit.duedate;

import io.quarkus.arc.All;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.jboss.logging.Logger;
import org.wraparound.kit.Provenance;

/**
 * Clocks that survive restarts and replicas: a due date is a row, taken with SKIP LOCKED and
 * deleted in the transaction of its effect. Times come from the injected {@link Clock}.
 */
@ApplicationScoped
public class DueDates implements PanacheRepositoryBase<DueDate, UUID> {
  private static final Logger LOG = Logger.getLogger(DueDates.class);

  private final Clock clock;
  private final Provenance provenance;
  private final List<DueDateHandler> handlers;

  DueDates(Clock clock, Provenance provenance, @All List<DueDateHandler> handlers) {
    this.clock = clock;
    this.provenance = provenance;
    this.handlers = handlers;
  }

  /** Sets, or moves, when something of this kind falls due for the subject. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void schedule(String kind, UUID subjectId, Instant dueAt) {
    find("kind = ?1 and subjectId = ?2", kind, subjectId)
        .firstResultOptional()
        .ifPresentOrElse(
            known -> known.moveTo(dueAt), () -> persist(new DueDate(kind, subjectId, dueAt)));
  }

  /** It will not fall due any more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void cancel(String kind, UUID subjectId) {
    delete("kind = ?1 and subjectId = ?2", kind, subjectId);
  }

  @Scheduled(
      every = "${wraparound.due-dates.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void fireAll() {
    boolean more = true;
    while (more) {
      more = fireNext();
    }
  }

  /** Fires the one that has waited longest; false when none is due. */
  private boolean fireNext() {
    UUID[] taken = new UUID[1];
    provenance.causedByClock();
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () -> {
                Optional<DueDate> next = takeNext();
                next.ifPresent(
                    due -> {
                      taken[0] = due.id();
                      // gone before the handler runs, which may set the next one of this kind
                      delete(due);
                      flush();
                      handlerOf(due).fallDue(due);
                    });
                return next.isPresent();
              });
    } catch (RuntimeException e) {
      if (taken[0] == null) {
        LOG.warnf("due dates not read, trying again: %s", e.toString());
        return false;
      }
      LOG.errorf(e, "due date %s failed, trying again later", taken[0]);
      QuarkusTransaction.requiringNew()
          .run(() -> findByIdOptional(taken[0]).ifPresent(due -> due.failed(clock.instant())));
      return true;
    }
  }

  private Optional<DueDate> takeNext() {
    return getEntityManager()
        .createQuery("from DueDate where attemptAt <= :now order by attemptAt, id", DueDate.class)
        .setParameter("now", clock.instant())
        .setMaxResults(1)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
        .getResultStream()
        .findFirst();
  }

  private DueDateHandler handlerOf(DueDate due) {
    return handlers.stream()
        .filter(handler -> handler.kind().equals(due.kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no handler for due dates of " + due.kind()));
  }
}
