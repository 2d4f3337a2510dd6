alter table action add column impact text check (impact in ('ACHIEVED', 'PARTIALLY_ACHIEVED', 'NOT_ACHIEVED', 'TOO_EARLY_TO_SAY'));
update action
set impact = (select c.impact from action_check c where c.action_id = action.id order by c.position desc limit 1);
comment on column action.impact is 'What the latest check found; null before the first';

create index action_live on action (due_on, id) where status in ('PROPOSED', 'OPEN', 'STARTED', 'DECLINED');
create index action_outcome_domain on action (outcome_domain, due_on, id);
create index action_impact on action (impact, due_on, id) where impact is not null;
create index action_milestone_ahead on action_milestone (due_on, action_id) where reached_at is null;

create view action_risk as
    select action_id, cast(raised_at at time zone 'Europe/London' as date) - 1 as harmless_until
    from action_barrier
    where removed_at is null
    union all
    select action_id, due_on
    from action_milestone
    where reached_at is null
    union all
    select point.action_id, cast(point.reviewed_at at time zone 'Europe/London' as date) - 1
    from action_review_point point
    where not point.on_track
      and not exists (select 1 from action_review_point later
                      where later.action_id = point.action_id and later.reviewed_at > point.reviewed_at)
    union all
    select d.action_id, first.due_on
    from action_dependency d join action first on first.id = d.depends_on
    where first.status in ('PROPOSED', 'OPEN', 'STARTED', 'DECLINED')
    union all
    select d.action_id, cast(first.declined_at at time zone 'Europe/London' as date) - 1
    from action_dependency d join action first on first.id = d.depends_on
    where first.status = 'DECLINED';
comment on view action_risk is 'What puts an action at risk: a barrier, a missed milestone, a review that found it off track, an action it waits for that is late or declined';
comment on column action_risk.harmless_until is 'Last day on which it does not, Europe/London; it may lie ahead';

create view plan_timeline as
    select cast(md5('KEY_DATE' || id) as uuid) as id, cast(0 as bigint) as version, person_id, agency, id as plan_id,
           'KEY_DATE' as kind, key_date as day, cast(null as uuid) as record_id, cast(null as text) as title,
           cast(null as timestamptz) as done_at, cast(null as timestamptz) as dropped_at,
           cast(null as boolean) as on_track
    from plan
    where key_date is not null
    union all
    select cast(md5('MILESTONE' || a.id || m.position) as uuid), 0, a.person_id, a.agency, a.plan_id,
           'MILESTONE', m.due_on, a.id, m.title, m.reached_at, a.withdrawn_at, null
    from action_milestone m join action a on a.id = m.action_id
    union all
    select cast(md5('REVIEW_POINT' || a.id || r.position) as uuid), 0, a.person_id, a.agency, a.plan_id,
           'REVIEW_POINT', r.review_on, a.id, a.title, r.reviewed_at, a.withdrawn_at, r.on_track
    from action_review_point r join action a on a.id = r.action_id
    union all
    select cast(md5('ACTION_DUE' || id) as uuid), 0, person_id, agency, plan_id,
           'ACTION_DUE', due_on, id, title, completed_at, withdrawn_at, null
    from action
    union all
    select cast(md5('CHECK_DUE' || id) as uuid), 0, person_id, agency, plan_id,
           'CHECK_DUE', check_again_on, id, title, verified_at, withdrawn_at, null
    from action
    where check_again_on is not null
    union all
    select cast(md5('MEETING' || id) as uuid), 0, person_id, agency, plan_id,
           'MEETING', coalesce(cast(coalesce(held_at, scheduled_for) at time zone 'Europe/London' as date), due_by),
           id, purpose, held_at, cancelled_at, null
    from meeting;
comment on view plan_timeline is 'The days of a plan, one row each: when something is to be done, and when it was';
comment on column plan_timeline.record_id is 'The action or meeting it belongs to; null for the plan itself';
comment on column plan_timeline.dropped_at is 'When its action was withdrawn or its meeting cancelled';
