create table action_barrier (
    id                uuid        primary key,
    version           bigint      not null,
    person_id         uuid        not null,
    agency            text        not null,
    action_id         uuid        not null references action (id),
    kind              text        not null,
    what              text        not null check (length(what) between 1 and 4000),
    removable_by      text        not null,
    removable_by_role text        not null,
    raised_at         timestamptz not null,
    raised_by_agency  text        not null,
    raised_by         text        not null,
    removed_at        timestamptz check (removed_at >= raised_at),
    removed_by_agency text,
    removed_by        text,
    done              text        check (length(done) between 1 and 4000),
    check ((removed_at is null) = (removed_by_agency is null)),
    check ((removed_at is null) = (removed_by is null)),
    check ((removed_at is null) = (done is null))
);
create index action_barrier_action on action_barrier (action_id, id desc);
create index action_barrier_person on action_barrier (person_id, id desc);
create index action_barrier_agency on action_barrier (agency, id desc);
create index action_barrier_removable_by on action_barrier (removable_by, id desc);
create index action_barrier_live on action_barrier (id desc) where removed_at is null;
comment on table action_barrier is 'What stands in the way of an action, and which agency can remove it';
comment on column action_barrier.agency is 'The provider whose plan the action belongs to';
comment on column action_barrier.kind is 'Code from the list barrier-kind';
comment on column action_barrier.removable_by is 'Agency of the person''s circle that can remove it';
comment on column action_barrier.removable_by_role is 'Who in that agency can, a code from the list owner-role';
comment on column action_barrier.done is 'What was done to remove it';

create table action_extension (
    id              uuid        primary key,
    version         bigint      not null,
    person_id       uuid        not null,
    agency          text        not null,
    action_id       uuid        not null references action (id),
    position        integer     not null check (position > 0),
    from_day        date        not null,
    to_day          date        not null check (to_day > from_day),
    reason          text        not null check (length(reason) between 1 and 4000),
    asked_at        timestamptz not null,
    asked_by_agency text        not null,
    asked_by        text        not null,
    granted         boolean     not null,
    unique (action_id, position)
);
create unique index action_extension_refused on action_extension (action_id, from_day) where not granted;
comment on table action_extension is 'Each time that more days were asked for, in order; a refusal is kept as well';
comment on column action_extension.agency is 'The provider whose plan the action belongs to';
comment on column action_extension.from_day is 'The due day as it was then, Europe/London';
comment on column action_extension.to_day is 'The due day asked for, Europe/London';
comment on index action_extension_refused is 'A refusal is told once for each due day';

create table action_due_day (
    id         uuid        primary key,
    version    bigint      not null,
    person_id  uuid        not null,
    agency     text        not null,
    action_id  uuid        not null references action (id),
    due_on     date        not null,
    overdue_at timestamptz,
    rung       text        check (rung in ('OWNERS_MANAGER', 'COMMISSIONER')),
    unique (action_id, due_on),
    check (rung is null or overdue_at is not null)
);
create index action_due_day_rung on action_due_day (rung, action_id, due_on) where rung is not null;
comment on table action_due_day is 'One day by which an action was to be done, and what its coming and passing set off; an extension gives the action another';
comment on column action_due_day.agency is 'The provider whose plan the action belongs to';
comment on column action_due_day.due_on is 'Last day to do it, Europe/London';
comment on column action_due_day.overdue_at is 'When the day had ended and the action was still to be done';
comment on column action_due_day.rung is 'How far up its drift has climbed; null: no further than its owner';

create table action_told (
    due_day_id   uuid        not null references action_due_day (id),
    position     integer     not null,
    what         text        not null check (what in ('REMINDED', 'OVERDUE', 'CLIMBED', 'REFUSAL_TOLD')),
    rung         text        check (rung in ('OWNERS_MANAGER', 'COMMISSIONER')),
    owner_agency text        not null,
    to_agency    text        not null,
    told_at      timestamptz not null,
    primary key (due_day_id, position),
    unique nulls not distinct (due_day_id, what, rung, to_agency),
    check ((what = 'CLIMBED') = (rung is not null))
);
comment on table action_told is 'Which agency was told what about a due day, and when; each agency of each thing once';
comment on column action_told.owner_agency is 'Agency that owned the action then';

create index action_late on action (owner_agency, due_on, id)
    where status in ('PROPOSED', 'OPEN', 'STARTED', 'DECLINED');

-- what was overdue before there was a ladder begins to climb it
insert into due_date (id, kind, subject_id, due_at, attempt_at)
select gen_random_uuid(), 'action-due', id, now(), now()
from action
where status in ('PROPOSED', 'OPEN', 'STARTED', 'DECLINED') and overdue_told_at is not null
on conflict (kind, subject_id) do nothing;
