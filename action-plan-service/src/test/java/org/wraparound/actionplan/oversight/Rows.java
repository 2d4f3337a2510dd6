package org.wraparound.actionplan.oversight;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.wraparound.actionplan.actions.ActionStatus;

/** Puts facts into the database as they would be after some time, without going all the way. */
@ApplicationScoped
public class Rows {
  private final AgroalDataSource dataSource;

  Rows(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void insert(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void circle(UUID person, String agency, String type, String level) {
    insert("insert into access_grant values (?, ?, ?, ?)", person, agency, type, level);
  }

  UUID plan(UUID person, String provider, String kind) {
    UUID id = UUID.randomUUID();
    insert(
        """
        insert into plan (id, version, person_id, agency, reference, kind, opened_at, opened_by_agency)
        values (?, 0, ?, ?, ?, ?, now(), 'SYSTEM')
        """,
        id,
        person,
        provider,
        id.toString(),
        kind);
    return id;
  }

  /** An action of the plan that has come so far. */
  UUID action(UUID plan, String title, ActionStatus status, LocalDate dueOn) {
    UUID id = UUID.randomUUID();
    insert(
        """
        insert into action (id, version, person_id, agency, plan_id, reference, title, party, owner_agency,
            owner_role, due_on, evidence_required, intended_outcome, measure, outcome_domain, priority,
            proposed_at, proposed_by_agency, owner_name, agreed_at, agreed_by_agency, agreed_by, first_agreed_at,
            declined_at, declined_by_agency, decline_reason, started_at,
            completed_at, completed_by_agency, completed_by, verified_at,
            withdrawn_at, withdrawn_by_agency, withdrawal_reason)
        select ?, 0, person_id, agency, plan.id, cast(gen_random_uuid() as text), title, 'PROVIDER', agency,
            'manager', due_on, 'Photographs', 'A calm lounge', 'Fewer incidents', 'ENVIRONMENT', 'HIGH',
            now(), agency, 'A. Manager', agreed, case when agreed is not null then agency end,
            case when agreed is not null then 'a-manager' end, agreed,
            case when status = 'DECLINED' then now() end, case when status = 'DECLINED' then agency end,
            case when status = 'DECLINED' then 'Not ours to do' end,
            started,
            completed, case when completed is not null then agency end,
            case when completed is not null then 'a-manager' end, case when status = 'VERIFIED' then now() end,
            case when status = 'WITHDRAWN' then now() end, case when status = 'WITHDRAWN' then agency end,
            case when status = 'WITHDRAWN' then 'No longer needed' end
        from plan, (
            select status, title, due_on,
                case when status in ('OPEN', 'STARTED', 'COMPLETED', 'VERIFIED') then now() end as agreed,
                case when status in ('STARTED', 'COMPLETED', 'VERIFIED') then now() end as started,
                case when status in ('COMPLETED', 'VERIFIED') then now() end as completed
            from (values (cast(? as text), cast(? as text), cast(? as date))) as given (status, title, due_on)) as facts
        where plan.id = ?
        """,
        id,
        status.name(),
        title,
        dueOn,
        plan);
    return id;
  }

  void milestone(UUID action, String title, LocalDate dueOn, boolean reached) {
    insert(
        """
        insert into action_milestone (action_id, position, title, due_on, reached_at, reached_by_agency, reached_by)
        select ?, 1 + count(*), ?, ?, case when ? then now() end, case when ? then 'OAKFIELD' end,
            case when ? then 'a-manager' end
        from action_milestone where action_id = ?
        """,
        action,
        title,
        dueOn,
        reached,
        reached,
        reached,
        action);
  }

  /**
   * A review point.
   *
   * @param onTrack what was found; null when it was not looked at yet
   * @param hoursAgo when that was
   */
  void review(UUID action, LocalDate on, Boolean onTrack, int hoursAgo) {
    insert(
        """
        insert into action_review_point (action_id, position, review_on, reviewed_at, reviewed_by_agency,
            reviewed_by, on_track, finding)
        select ?, 1 + count(action_id), ?, case when found.on_track is null then null else now() - make_interval(hours => ?) end,
            case when found.on_track is null then null else 'OAKFIELD' end,
            case when found.on_track is null then null else 'a-manager' end, found.on_track,
            case when found.on_track is null then null else 'Seen on two shifts' end
        from (values (cast(? as boolean))) as found (on_track)
            left join action_review_point on action_id = ?
        group by found.on_track
        """,
        action,
        on,
        hoursAgo,
        onTrack,
        action);
  }

  void barrier(UUID action, boolean removed) {
    insert(
        """
        insert into action_barrier (id, version, person_id, agency, action_id, kind, what, removable_by,
            removable_by_role, raised_at, raised_by_agency, raised_by, removed_at, removed_by_agency, removed_by, done)
        select gen_random_uuid(), 0, person_id, agency, id, 'FUNDING', 'No money yet', 'PAYER',
            'commissioner', now(), agency, 'a-manager', case when ? then now() end, case when ? then agency end,
            case when ? then 'a-manager' end, case when ? then 'Paid' end
        from action where id = ?
        """,
        removed,
        removed,
        removed,
        removed,
        action);
  }

  void dependency(UUID action, UUID dependsOn) {
    insert("insert into action_dependency values (?, ?)", action, dependsOn);
  }
}
