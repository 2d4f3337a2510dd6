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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private final Map<String, DueDateHandler> prompt;
  private final Map<String, DueDateHandler> waiting;

  DueDates(Clock clock, Provenance provenance, @All List<DueDateHandler> handlers) {
    this.clock = clock;
    this.provenance = provenance;
    this.prompt = byKind(handlers, false);
    this.waiting = byKind(handlers, true);
  }

  private static Map<String, DueDateHandler> byKind(
      List<DueDateHandler> handlers, boolean waitsForOthers) {
    return handlers.stream()
        .filter(handler -> handler.waitsForOthers() == waitsForOthers)
        .collect(Collectors.toUnmodifiableMap(DueDateHandler::kind, Function.identity()));
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

  /**
   * Fires what is due. Of several at the same time, here or on other replicas, each takes its own.
   */
  @Scheduled(
      every = "${wraparound.due-dates.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  public void fireAll() {
    fireAll(prompt);
  }

  /** Fires what has to wait for others, apart from {@link #fireAll()}. */
  @Scheduled(
      every = "${wraparound.due-dates.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void fireWaiting() {
    fireAll(waiting);
  }

  private void fireAll(Map<String, DueDateHandler> handlers) {
    boolean more = !handlers.isEmpty();
    while (more) {
      more = fireNext(handlers);
    }
  }

  /** Fires the one of these kinds that has waited longest; false when none is due. */
  private boolean fireNext(Map<String, DueDateHandler> handlers) {
    UUID[] taken = new UUID[1];
    provenance.causedByClock();
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () -> {
                Optional<DueDate> next = takeNext(handlers.keySet());
                next.ifPresent(
                    due -> {
                      taken[0] = due.id();
                      // gone before the handler runs, which may set the next one of this kind
                      delete(due);
                      flush();
                      handlers.get(due.kind()).fallDue(due);
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

  /** Of these kinds only: one that this version has no handler for is left to one that has. */
  private Optional<DueDate> takeNext(Set<String> kinds) {
    return getEntityManager()
        .createQuery(
            "from DueDate where attemptAt <= :now and kind in :kinds order by attemptAt, id",
            DueDate.class)
        .setParameter("now", clock.instant())
        .setParameter("kinds", kinds)
        .setMaxResults(1)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
        .getResultStream()
        .findFirst();
  }
}
