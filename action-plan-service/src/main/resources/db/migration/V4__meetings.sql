create sequence meeting_reference;

create table meeting (
    id                  uuid        primary key,
    version             bigint      not null,
    person_id           uuid        not null,
    agency              text        not null,
    plan_id             uuid        not null references plan (id),
    reference           text        not null unique,
    kind                text        not null check (kind in ('STRATEGY_DISCUSSION', 'SAFEGUARDING_ENQUIRY', 'BEST_INTERESTS',
                                        'MARAC', 'MDT_REVIEW', 'COMPATIBILITY_REVIEW', 'ICB_REVIEW', 'DISCHARGE_PLANNING',
                                        'TRANSITION_PLANNING', 'TEAM_AROUND_THE_PERSON', 'CTR', 'WEEKLY_REVIEW')),
    purpose             text        not null,
    due_by              date        not null,
    escalation_id       uuid,
    transition_id       uuid,
    asked_by_event      text        unique,
    follows             uuid        references meeting (id) check (follows <> id),
    convened_at         timestamptz not null,
    convened_by_agency  text        not null,
    scheduled_for       timestamptz,
    place               text,
    held_at             timestamptz,
    carried_over        jsonb       not null,
    minutes             jsonb,
    finalised_at        timestamptz,
    finalised_by_agency text,
    finalised_by        text,
    cancelled_at        timestamptz,
    cancelled_by_agency text,
    cancellation_reason text,
    overdue_told_at     timestamptz,
    status              text        not null generated always as (
                            case when cancelled_at is not null then 'CANCELLED'
                                 when finalised_at is not null then 'FINALISED'
                                 when held_at is not null then 'HELD'
                                 when scheduled_for is not null then 'SCHEDULED'
                                 else 'CONVENED' end) stored,
    check (asked_by_event is null or escalation_id is not null or transition_id is not null),
    check (minutes is null or held_at is not null),
    check (held_at is null or cancelled_at is null),
    check (finalised_at is null or minutes is not null),
    check ((finalised_at is null) = (finalised_by is null)),
    check ((finalised_at is null) = (finalised_by_agency is null)),
    check ((cancelled_at is null) = (cancellation_reason is null)),
    check ((cancelled_at is null) = (cancelled_by_agency is null))
);
create index meeting_person on meeting (person_id, id desc);
create index meeting_plan on meeting (plan_id, id desc);
create index meeting_agency on meeting (agency, id desc);
create index meeting_kind on meeting (kind, id desc);
create index meeting_status on meeting (status, id desc);
create index meeting_ahead on meeting (due_by) where held_at is null and cancelled_at is null;
create index meeting_transition on meeting (transition_id) where transition_id is not null;
comment on table meeting is 'The agencies around a person meet and decide; what they decide becomes actions of its plan';
comment on column meeting.agency is 'The provider whose plan it works on';
comment on column meeting.due_by is 'Last day to hold it, Europe/London';
comment on column meeting.escalation_id is 'The escalation that asked for it, or null';
comment on column meeting.transition_id is 'The change of support that it is about, or null';
comment on column meeting.asked_by_event is 'What an event asked for, the same as often as it asks; null when convened by hand';
comment on column meeting.follows is 'The meeting before it, whose open decisions it takes up';
comment on column meeting.convened_by_agency is 'Agency that convened it; SYSTEM where an event did';
comment on column meeting.carried_over is 'What was open when it was convened, and what became so until it was held';
comment on column meeting.minutes is 'Who came, what was said and decided; replaced as a whole until they are finalised';
comment on column meeting.finalised_at is 'From then on the row is evidence and stays as it is';
comment on column meeting.overdue_told_at is 'When the other services were told that it is overdue; they are told once';
comment on column meeting.status is 'Derived from what happened; the service derives the same from the same facts';
comment on index meeting_asked_by_event_key is 'An event that is heard twice convenes one meeting';

create table meeting_invitee (
    meeting_id  uuid    not null references meeting (id),
    position    integer not null,
    agency      text    not null,
    role        text,
    name        text,
    is_external boolean not null,
    primary key (meeting_id, position)
);
create index meeting_invitee_agency on meeting_invitee (agency, meeting_id);
comment on table meeting_invitee is 'Who is asked to come; whether they came is in the minutes, by position from 1';
comment on column meeting_invitee.role is 'As what they are asked; null where the agency has not said yet whom it sends';
comment on column meeting_invitee.is_external is 'Comes without seeing the person''s records';

create table meeting_move (
    meeting_id      uuid        not null references meeting (id),
    position        integer     not null,
    moved_from      timestamptz not null,
    reason          text        not null,
    moved_at        timestamptz not null,
    moved_by_agency text        not null,
    primary key (meeting_id, position)
);
comment on table meeting_move is 'Each time it was moved, and why';

create table meeting_addendum (
    meeting_id      uuid        not null references meeting (id),
    position        integer     not null,
    text            text        not null,
    reason          text        not null,
    added_at        timestamptz not null,
    added_by_agency text        not null,
    added_by        text        not null,
    primary key (meeting_id, position)
);
comment on table meeting_addendum is 'What was added to finalised minutes';

create function finalised_minutes_stay() returns trigger language plpgsql as $$
begin
    -- the version counts what is added to them; the status is derived after this
    if tg_op = 'DELETE' or to_jsonb(new) - '{version,status}'::text[] <> to_jsonb(old) - '{version,status}'::text[] then
        raise exception 'finalised minutes are evidence' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger finalised_minutes_stay before update or delete on meeting
    for each row when (old.finalised_at is not null) execute function finalised_minutes_stay();

create function meeting_addendum_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'what was added to minutes stays' using errcode = 'restrict_violation';
end $$;
create trigger meeting_addendum_rows_stay before update or delete on meeting_addendum
    for each row execute function meeting_addendum_is_append_only();
create trigger meeting_addenda_stay before truncate on meeting_addendum
    for each statement execute function meeting_addendum_is_append_only();
