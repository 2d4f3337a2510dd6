-- What a routing says, as it was when the escalation was raised
alter table escalation
    add column title               text,
    add column why                 text,
    add column highest_tier        boolean not null default false,
    add column setting             text,
    add column routing             jsonb,
    add column working_hours       jsonb   not null default '{"from": "09:00", "until": "17:00"}',
    add column climb_from          timestamptz,
    add column unreached           boolean not null default false,
    add column paused_until        timestamptz,
    add column pauses              jsonb   not null default '[]',
    add column acknowledged_agency text,
    add column acknowledged_by     text;
update escalation
set title         = rule_code,
    why           = 'See the rule in version ' || policy_version || ' of the policy.',
    climb_from    = case when acknowledged_at is null then raised_at else decide_by end,
    routing       = jsonb_build_object(
        'route', route,
        'clock', 'ELAPSED',
        'acknowledgeWithin', 'PT' || extract(epoch from acknowledge_by - raised_at) || 'S',
        'decideWithin', 'PT' || extract(epoch from decide_by - raised_at) || 'S',
        'ladder', jsonb_build_array(
            jsonb_build_object('tier', 1, 'after', 'PT0S'),
            jsonb_build_object('tier', 2, 'after', 'PT2H'),
            jsonb_build_object('tier', 3, 'after', 'PT4H')),
        'signOff', false,
        'actions', jsonb_build_array()),
    (acknowledged_agency, acknowledged_by) = (
        select l ->> 'agency', l ->> 'userId' from jsonb_array_elements(log) l where l ->> 'kind' = 'ACKNOWLEDGED');
alter table escalation
    alter column title set not null,
    alter column why set not null,
    alter column routing set not null,
    alter column climb_from set not null,
    alter column working_hours drop default,
    -- the time to decide begins when it is acknowledged, which may be long before it must be
    drop constraint escalation_check,
    add check ((acknowledged_at is null) = (acknowledged_agency is null)),
    add check ((acknowledged_at is null) = (acknowledged_by is null));
create index escalation_unreached on escalation (id desc) where unreached;
create index escalation_paused on escalation (id desc) where paused_until is not null;
comment on column escalation.highest_tier is 'Whether its tier is the highest of its policy';
comment on column escalation.setting is 'Where it happened, as the provider calls it; decides who is on call';
comment on column escalation.routing is 'Clock, times to answer, ladder, sign-off and actions, of the policy version that raised it';
comment on column escalation.working_hours is 'When clocks of kind WORKING run, Europe/London';
comment on column escalation.climb_from is 'From when the delays of the ladder count; moves by as much as it is paused';
comment on column escalation.step is 'Step of the ladder that was told last; one above its top is the provider''s own on-call; 0 from when it is acknowledged until it climbs again';
comment on column escalation.unreached is 'Nobody at all could be told in the last climb';
comment on column escalation.paused_until is 'When its clocks run again; null while they run';
comment on column escalation.pauses is 'Times in which its clocks did not run, with reason and author; the reason is written by people: never logged, never on the bus';

create table escalation_log (
    id            uuid        primary key,
    escalation_id uuid        not null references escalation (id),
    at            timestamptz not null,
    kind          text        not null,
    agency        text        not null,
    user_id       text        not null,
    roles         text[]      not null,
    detail        text,
    step          integer     check (step >= 0),
    tier          integer     check (tier between 1 and 5),
    to_agency     text,
    contact_id    uuid,
    contact_name  text,
    job_title     text,
    sent_by       text        check (sent_by in ('EMAIL', 'SECURE_EMAIL', 'PHONE', 'MOBILE', 'SYSTEM')),
    why           text        check (why in ('NOBODY_ON_CALL', 'AGENCY_NOT_IN_CIRCLE', 'NO_ADDRESS', 'NOT_SAFE',
                                             'NO_MAIL_SERVER', 'FAILED')),
    notice_id     uuid        unique,
    settled_at    timestamptz,
    check ((kind = 'NOT_TOLD') = (why is not null)),
    check ((kind in ('TOLD', 'NOT_TOLD')) = (settled_at is not null))
);
create index escalation_log_of on escalation_log (escalation_id, id);
comment on table escalation_log is 'What was done about an escalation, in order of id: who answered, who was told and by what, who was not and why';
comment on column escalation_log.at is 'When it was done; of a notice, when it was handed on';
comment on column escalation_log.agency is 'Agency that did it; SYSTEM for a rule or a clock';
comment on column escalation_log.settled_at is 'When someone was told, or it was given up';
insert into escalation_log (id, escalation_id, at, kind, agency, user_id, roles, detail, step)
-- version 7 ids made of time and place, so that their order is that of the old list
select (lpad(to_hex((extract(epoch from (l.entry ->> 'at')::timestamptz) * 1000)::bigint), 12, '0')
        || '7' || lpad(to_hex(l.position), 3, '0') || '8' || right(md5(e.id::text), 15))::uuid,
       e.id, (l.entry ->> 'at')::timestamptz, l.entry ->> 'kind', l.entry ->> 'agency', l.entry ->> 'userId',
       array(select jsonb_array_elements_text(l.entry -> 'roles')), l.entry ->> 'detail',
       (l.entry ->> 'step')::integer
from escalation e, jsonb_array_elements(e.log) with ordinality l (entry, position);
alter table escalation drop column log;

create table notice (
    id           uuid        primary key,
    version      bigint      not null,
    person_id    uuid        not null,
    agency       text        not null,
    subject      text        not null check (subject in ('ESCALATION', 'REFERRAL', 'STEP_UP')),
    subject_id   uuid        not null,
    reference    text        not null,
    about        text        not null,
    respond_by   timestamptz,
    to_agency    text        not null,
    contact_id   uuid,
    contact_name text,
    job_title    text,
    kind         text        check (kind in ('EMAIL', 'SECURE_EMAIL', 'PHONE', 'MOBILE', 'SYSTEM')),
    address      text,
    discreet     boolean     not null,
    queued_at    timestamptz not null,
    attempts     integer     not null check (attempts >= 0),
    attempted_at timestamptz,
    sent_at      timestamptz,
    failed_at    timestamptz,
    why          text        check (why in ('NO_ADDRESS', 'NOT_SAFE', 'NO_MAIL_SERVER', 'FAILED')),
    check (sent_at is null or why is null),
    check ((why is not distinct from 'FAILED') = (failed_at is not null)),
    check ((kind is null) = (address is null)),
    check (kind is not null or why is not null)
);
create index notice_person on notice (person_id, id desc);
create index notice_subject on notice (subject_id, id desc);
create index notice_agency on notice (agency, id desc);
create index notice_to on notice (to_agency, id desc);
create index notice_queued on notice (id desc) where sent_at is null and why is null;
create index notice_sent on notice (id desc) where sent_at is not null;
create index notice_failed on notice (id desc) where why = 'FAILED';
create index notice_withheld on notice (id desc) where why <> 'FAILED';
comment on table notice is 'Someone was told, or could not be, that a record needs them; one row for each way';
comment on column notice.agency is 'Agency whose record it is about';
comment on column notice.address is 'Of the contact, as the directory had it then; never logged, never on the bus';
comment on column notice.contact_name is 'As the directory had it then; never logged, never on the bus';
comment on column notice.discreet is 'It says nothing that tells what it is about';
comment on column notice.why is 'Why nobody was told by it';
