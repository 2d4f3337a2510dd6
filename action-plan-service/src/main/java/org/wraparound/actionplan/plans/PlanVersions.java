package org.wraparound.actionplan.plans;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.actionplan.actions.AgreementLog;
import org.wraparound.actionplan.actions.Change;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/** What was agreed in plans, change by change. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PlanVersions implements AgreementLog, PanacheRepositoryBase<PlanVersion, UUID> {
  private final Plans plans;
  private final Actions actions;
  private final Provenance provenance;
  private final Clock clock;

  PlanVersions(Plans plans, Actions actions, Provenance provenance, Clock clock) {
    this.plans = plans;
    this.actions = actions;
    this.provenance = provenance;
    this.clock = clock;
  }

  @Override
  public void noted(UUID planId, Change change, UUID actionId) {
    persist(
        plans
            .locked(planId)
            .changed(change, actions.required(actionId), provenance.caller(), clock.instant()));
  }

  /** What changed of what was agreed for these people since, the latest first. */
  public List<AgreedChange> since(Collection<UUID> people, Instant since, int limit) {
    return people.isEmpty()
        ? List.of()
        : find("personId in ?1 and madeAt >= ?2 order by madeAt desc, id desc", people, since)
            .page(0, limit)
            .list()
            .stream()
            .map(
                version ->
                    new AgreedChange(
                        version.personId(),
                        version.change(),
                        version.madeAt(),
                        version.agreement()))
            .toList();
  }

  /** One page, the newest first. */
  List<PlanVersion> page(UUID planId, PageRequest page) {
    return find("planId = ?1 and number < ?2 order by number desc", planId, before(page.after()))
        .page(0, page.fetch())
        .list();
  }

  private static int before(Cursor after) {
    try {
      return after == null ? Integer.MAX_VALUE : Integer.parseInt(after.parts().get(0));
    } catch (NumberFormatException e) {
      throw ProblemException.of(
          ProblemType.MALFORMED, "The parameter after is not the next of a page of this list.");
    }
  }

  /**
   * The version of that number.
   *
   * @throws ProblemException 404 when the plan has none
   */
  PlanVersion required(UUID planId, int number) {
    return find("planId = ?1 and number = ?2", planId, number)
        .firstResultOptional()
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND, "The plan has no version " + number + "."));
  }

  /** Of each action the latest change up to a version, in the order they were added. */
  List<PlanVersion> upTo(UUID planId, int number) {
    return list(
        """
        from PlanVersion v where v.planId = ?1 and v.number = (
            select max(o.number) from PlanVersion o
            where o.planId = ?1 and o.actionId = v.actionId and o.number <= ?2)
        order by v.actionId
        """,
        planId,
        number);
  }
}
