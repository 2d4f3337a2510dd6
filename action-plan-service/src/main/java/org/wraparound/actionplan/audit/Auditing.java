package org.wraparound.actionplan.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;

/** Draws audits and takes down what was found. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Auditing {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Audits audits;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Auditing(Audits audits, Journal journal, Provenance provenance, Clock clock) {
    this.audits = audits;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * Draws from what the caller may see.
   *
   * @throws ProblemException 422 when nothing was closed in that time
   */
  ActionAudit draw(DrawAudit asked) {
    asked.mustHaveCome(London.today(clock));
    List<UUID> population = audits.population(asked);
    if (population.isEmpty()) {
      throw ProblemException.invalid(
          "closedFrom", "no action that you can see was closed in that time; ask for another");
    }
    int seed = asked.seed() == null ? RANDOM.nextInt(Integer.MAX_VALUE) : asked.seed();
    List<UUID> drawn = ActionAudit.draw(seed, asked.size(), population);
    ActionAudit audit =
        new ActionAudit(
            asked, seed, drawn.size(), population.size(), provenance.caller(), clock.instant());
    audits.persist(audit);
    Map<UUID, Action> actions =
        audits.actions(drawn).stream().collect(Collectors.toMap(Action::id, Function.identity()));
    drawn.forEach(
        action ->
            audits.getEntityManager().persist(new AuditedAction(audit.id(), actions.get(action))));
    audits.flush();
    return audit;
  }

  /** Takes down what was found about one action of an audit. */
  ActionAudit find(UUID auditId, UUID actionId, String ifMatch, RecordFinding finding) {
    ActionAudit audit = audits.requiredAlone(auditId);
    EntityTags.honour(ifMatch, audit.version());
    audit.requireOf(provenance.caller());
    ActionAudited found =
        audits.drawn(auditId, actionId).find(finding, provenance.caller(), clock.instant());
    audit.count(found);
    journal.append(found);
    audits.flush();
    return audit;
  }
}
