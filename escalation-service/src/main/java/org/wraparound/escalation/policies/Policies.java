package org.wraparound.escalation.policies;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.wraparound.kit.Caller;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.PageRequest;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/** The threshold policies, and which of them apply. */
@ApplicationScoped
public class Policies implements PanacheRepositoryBase<PolicyVersion, Integer> {
  private static final String DEFAULT = "policies/default.json";
  private static final String BOARD = "LOCAL_AUTHORITY_SAFEGUARDING";

  // One statement on the way of every incident, so plain JDBC: of the default and of each agency
  // that has a say, the policy that came into force last.
  private static final String APPLYING =
      """
      select distinct on (owner) owner, version from policy
      where approved_at is not null and withdrawn_at is null and in_force_from <= ?
        and (owner is null or owner = ? or owner in (
            select agency from access_grant where person_id = ? and agency_type = '%s'))
      order by owner nulls first, in_force_from desc, version desc
      """
          .formatted(BOARD);

  private static final String IN_FORCE =
      """
      select distinct on (owner) owner, version from policy
      where approved_at is not null and withdrawn_at is null and in_force_from <= ?
      order by owner, in_force_from desc, version desc
      """;

  private static final String SHIPPED_BEFORE =
      """
      select exists (
          select 1 from policy where owner is null and cast(content as jsonb) = cast(:content as jsonb))
      """;

  private static final String CAME_LATER =
      """
      exists (select 1 from PolicyVersion later
          where later.owner is not distinct from p.owner and later.approvedAt is not null
            and later.withdrawnAt is null and later.inForceFrom <= :now
            and (later.inForceFrom > p.inForceFrom
                 or later.inForceFrom = p.inForceFrom and later.version > p.version))
      """;

  private final AgroalDataSource dataSource;
  private final Clock clock;
  private final Map<Integer, Policy> approved = new ConcurrentHashMap<>();

  Policies(AgroalDataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * A policy that applies.
   *
   * @param owner agency whose policy it is; null for the default
   */
  public record InForce(int version, String owner, Policy policy) {}

  /**
   * The default that this release ships becomes a policy of its own when no earlier one reads like
   * it; none is ever replaced. Before events flow, hence the priority.
   */
  void loadDefault(@Observes @Priority(1) StartupEvent event) throws IOException {
    String content;
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(DEFAULT)) {
      content = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    Policy.read(content);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              getEntityManager()
                  .createNativeQuery("lock table policy in share row exclusive mode")
                  .executeUpdate();
              boolean known =
                  getEntityManager()
                      .createNativeQuery(SHIPPED_BEFORE, Boolean.class)
                      .setParameter("content", content)
                      .getSingleResult()
                      .equals(true);
              if (!known) {
                persist(PolicyVersion.shipped(nextVersion(), content, clock.instant()));
              }
            });
  }

  /**
   * The policies that apply to what happened at a provider to a person: the policy of each
   * safeguarding board in their circle, or the default when none of these has one; and the
   * provider's own. So a provider can be stricter than its board, and never laxer.
   */
  public List<InForce> applying(UUID personId, String provider) {
    List<InForce> found = new ArrayList<>();
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(APPLYING)) {
      setInstant(statement, 1);
      statement.setString(2, provider);
      statement.setObject(3, personId);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(inForce(rows.getInt(2), rows.getString(1)));
        }
      }
    } catch (SQLException e) {
      throw new PersistenceException("the policies could not be read", e);
    }
    boolean boardHasOne =
        found.stream().anyMatch(one -> one.owner() != null && !one.owner().equals(provider));
    if (boardHasOne) {
      found.removeIf(one -> one.owner() == null);
    }
    // the provider's own last: where it is no stricter, the other stands
    found.sort(
        (one, other) ->
            Boolean.compare(provider.equals(one.owner()), provider.equals(other.owner())));
    return found;
  }

  /** The policy in force of an agency; the default where it has none. */
  public InForce inForce(String owner) {
    Map<String, Integer> inForce = inForce();
    String whose = inForce.containsKey(owner) ? owner : null;
    return inForce(inForce.get(whose), whose);
  }

  /** Versions of the policies in force by owner; null stands for the default. */
  Map<String, Integer> inForce() {
    Map<String, Integer> found = new HashMap<>();
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(IN_FORCE)) {
      setInstant(statement, 1);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getInt(2));
        }
      }
    } catch (SQLException e) {
      throw new PersistenceException("the policies could not be read", e);
    }
    return found;
  }

  private InForce inForce(int version, String owner) {
    return new InForce(version, owner, policy(version));
  }

  private void setInstant(PreparedStatement statement, int at) throws SQLException {
    statement.setObject(at, clock.instant().atOffset(ZoneOffset.UTC));
  }

  /** The rules of a version that an escalation or evaluation names. */
  public Policy policy(int version) {
    Policy known = approved.get(version);
    if (known != null) {
      return known;
    }
    PolicyVersion stored = findById(version);
    if (stored == null) {
      throw new IllegalStateException("no policy " + version);
    }
    Policy policy = Policy.read(stored.content());
    if (!stored.isDraft()) {
      approved.put(version, policy);
    }
    return policy;
  }

  /**
   * A policy of any standing.
   *
   * @param owner agency whose policy it is; null for the default
   */
  public record Written(String owner, Policy policy) {}

  /** A version as the caller may see it, to try it. */
  public Written written(int version, Caller caller) {
    return new Written(get(version, caller).owner(), policy(version));
  }

  /** A version as the caller may see it. */
  PolicyVersion get(int version, Caller caller) {
    return findByIdOptional(version)
        .filter(policy -> policy.isVisibleTo(caller))
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND, "There is no policy of version " + version + "."));
  }

  int nextVersion() {
    return ((Number)
            getEntityManager()
                .createNativeQuery("select nextval('policy_version')", Long.class)
                .getSingleResult())
        .intValue();
  }

  /** Those the caller may see that pass the filter, the latest first; one more than the page. */
  List<PolicyVersion> page(PolicyFilter filter, Caller caller, PageRequest page) {
    Instant now = clock.instant();
    Map<String, Object> values = new HashMap<>();
    List<String> conditions = new ArrayList<>();
    conditions.add("(p.approvedAt is not null or p.owner = :agency)");
    values.put("agency", String.valueOf(caller.agency()));
    if (PolicyFilter.DEFAULT.equals(filter.owner)) {
      conditions.add("p.owner is null");
    } else if (filter.owner != null) {
      conditions.add("p.owner = :owner");
      values.put("owner", filter.owner);
    }
    if (filter.status != null) {
      conditions.add(
          switch (filter.status) {
            case DRAFT -> "p.approvedAt is null and p.withdrawnAt is null";
            case APPROVED -> "p.withdrawnAt is null and p.inForceFrom > :now";
            case IN_FORCE ->
                "p.withdrawnAt is null and p.inForceFrom <= :now and not " + CAME_LATER;
            case SUPERSEDED -> "p.withdrawnAt is null and p.inForceFrom <= :now and " + CAME_LATER;
            case WITHDRAWN -> "p.withdrawnAt is not null";
          });
      if (filter.status != PolicyStatus.DRAFT && filter.status != PolicyStatus.WITHDRAWN) {
        values.put("now", now);
      }
    }
    if (page.after() != null) {
      conditions.add("p.version < :after");
      values.put("after", versionIn(page.after()));
    }
    return find(
            "from PolicyVersion p where "
                + String.join(" and ", conditions)
                + " order by p.version desc",
            values)
        .page(0, page.fetch())
        .list();
  }

  private static int versionIn(Cursor after) {
    try {
      return Integer.parseInt(after.parts().get(0));
    } catch (NumberFormatException e) {
      throw ProblemException.of(
          ProblemType.MALFORMED, "The parameter after is not the next of a page of this list.");
    }
  }
}
