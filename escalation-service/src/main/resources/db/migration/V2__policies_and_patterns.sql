-- Escalations: what they were raised on, and what a pattern counts
alter table escalation
    add column raised_on     text   not null default 'INCIDENT'
        check (raised_on in ('INCIDENT', 'INDICATOR_BREACHED', 'STEP_UP_SUSTAINED', 'ACTION_OVERDUE')),
    add column pattern_key   text,
    add column counted_until timestamptz,
    add column rests_on      uuid[] not null default '{}';
update escalation
set pattern_key   = case when pattern then 'PERSON ' || person_id end,
    counted_until = case when pattern then raised_at end,
    rests_on      = array(select jsonb_array_elements_text(incident_ids)::uuid);
alter table escalation
    add check (pattern = (pattern_key is not null)),
    add check (pattern = (counted_until is not null));
-- a pattern speaks once about a person, setting, source or worker until it is closed
drop index escalation_pattern_once_while_open;
create unique index escalation_pattern_once_while_open on escalation (pattern_key, rule_code, route)
    where closed_at is null and pattern_key is not null;
create index escalation_pattern on escalation (pattern_key, rule_code) where pattern_key is not null;
create index escalation_rests_on on escalation using gin (rests_on);
comment on column escalation.raised_on is 'What was put to the rule';
comment on column escalation.incident_id is 'What made the rule fire: an incident, or the action, reading or step-up that raised_on says';
comment on column escalation.pattern_key is 'Of whom or what a pattern counted incidents, such as PERSON and an id, or SETTING, a provider and a code; null when it is no pattern';
comment on column escalation.counted_until is 'When the latest incident that a pattern counted happened';
comment on column escalation.rests_on is 'All incidents it rests on, other people''s too; never shown';
-- a rule speaks once on an incident: of each person, source or worker that it counts
drop index escalation_once_per_incident;
create unique index escalation_once_per_subject
    on escalation (incident_id, rule_code, route, coalesce(pattern_key, ''));

-- What is stood down is closed without having been decided
do $$
declare
    needs_decision text;
begin
    select conname into strict needs_decision from pg_constraint
    where conrelid = 'escalation'::regclass
      and pg_get_constraintdef(oid) like '%closed_at IS NULL) OR (decided_at IS NOT NULL%';
    execute format('alter table escalation drop constraint %I', needs_decision);
end $$;
alter table escalation
    add column stood_down boolean not null default false,
    add check (closed_at is null or decided_at is not null or stood_down),
    add check (not stood_down or closed_at is not null);
create index escalation_stood_down on escalation (id desc) where stood_down;
comment on column escalation.stood_down is 'Closed by an override: someone judged that it need not be answered';

-- Policies of boards and providers, made in steps
create sequence policy_version as integer;
select setval('policy_version', coalesce((select max(version) from policy), 0) + 1, false);
alter table policy
    add column revision          bigint      not null default 0,
    add column owner             text,
    add column drafted_by        text        not null default 'SYSTEM',
    add column drafted_at        timestamptz not null default now(),
    add column edited_by         text        not null default 'SYSTEM',
    add column edited_at         timestamptz not null default now(),
    add column approved_by       text,
    add column approved_at       timestamptz,
    add column approval_note     text,
    add column in_force_from     timestamptz,
    add column withdrawn_by      text,
    add column withdrawn_at      timestamptz,
    add column withdrawal_reason text;
update policy
set drafted_at = loaded_at, edited_at = loaded_at, approved_by = 'SYSTEM', approved_at = loaded_at,
    in_force_from = loaded_at;
alter table policy
    add check (owner is not null or approved_at is not null),
    add check ((approved_at is null) = (approved_by is null)),
    add check ((approved_at is null) = (in_force_from is null)),
    add check (in_force_from >= approved_at),
    add check (owner is null or approved_by <> drafted_by and approved_by <> edited_by),
    add check ((withdrawn_at is null) = (withdrawn_by is null)),
    add check (in_force_from is null or withdrawn_at is null or withdrawn_at < in_force_from);
create index policy_in_force on policy (owner, in_force_from desc, version desc)
    where approved_at is not null and withdrawn_at is null;
create index policy_owner on policy (owner, version desc);
comment on table policy is 'Threshold policies. Once approved, content never changes: escalations name the version that raised them';
comment on column policy.revision is 'Counts changes of the row, for ETags';
comment on column policy.owner is 'Agency whose policy it is; null for the default that comes with the service';
comment on column policy.in_force_from is 'From when it applies, until a later one of the same owner does';

create function policy_stays_as_approved() returns trigger language plpgsql as $$
begin
    raise exception 'an approved policy never changes' using errcode = 'restrict_violation';
end $$;
create trigger policy_stays_as_approved before update on policy
    for each row when (old.approved_at is not null and
        (old.content::text <> new.content::text or old.in_force_from <> new.in_force_from
         or old.owner is distinct from new.owner))
    execute function policy_stays_as_approved();

-- Incidents as their records now stand, and what they count for
alter table incident_facts
    add column number       integer not null default 1 check (number > 0),
    add column withdrawn    boolean not null default false,
    add column duplicate_of uuid,
    add column evaluations  integer not null default 1 check (evaluations >= 0);
create index incident_facts_happened on incident_facts (happened_at);
comment on column incident_facts.number is 'Number of the version of the record that the facts are of';
comment on column incident_facts.withdrawn is 'The record was withdrawn: it no longer counts';
comment on column incident_facts.duplicate_of is 'The same as that one, recorded twice: it does not count';
comment on column incident_facts.evaluations is 'How often it was put to the thresholds';

create table incident_key (
    incident_id uuid        not null references incident_facts (id),
    code        text        not null,
    happened_at timestamptz not null,
    primary key (incident_id, code)
);
create index incident_key_window on incident_key (code, happened_at);
comment on table incident_key is 'For which setting, alleged sources and workers an incident counts, beside its person';
comment on column incident_key.code is 'SETTING, ALLEGED_SOURCE or WORKER, the provider, and its own code for it; never a name';

-- Evaluations: again after corrections, by several policies, and of more than incidents
alter table evaluation
    drop constraint evaluation_incident_id_key,
    add column judged_on text    not null default 'INCIDENT'
        check (judged_on in ('INCIDENT', 'INDICATOR_BREACHED', 'STEP_UP_SUSTAINED', 'ACTION_OVERDUE')),
    add column cause     text    not null default 'RECORDED'
        check (cause in ('RECORDED', 'CORRECTED', 'COUNTED_AGAIN')),
    add column number    integer not null default 1 check (number > 0),
    add column policies  jsonb   not null default '[]';
create unique index evaluation_of_subject on evaluation (incident_id, number);
comment on table evaluation is 'What each rule of the policies in force made of what happened, and the facts it saw';
comment on column evaluation.incident_id is 'What was evaluated: an incident, or the action, reading or step-up that judged_on says';
comment on column evaluation.policy_version is 'The first of the policies that applied';
comment on column evaluation.policies is 'The policies that applied, each with its owner and why';

create table override (
    id            uuid        primary key,
    version       bigint      not null,
    person_id     uuid        not null,
    agency        text        not null,
    kind          text        not null check (kind in ('ESCALATED_BELOW_THRESHOLD', 'STOOD_DOWN')),
    evaluation_id uuid references evaluation (id),
    escalation_id uuid        not null references escalation (id) deferrable initially deferred,
    rule_code     text        not null,
    tier          text        not null,
    route         text        not null,
    reason        text        not null check (length(reason) >= 20),
    by_agency     text        not null,
    by_user       text        not null,
    by_roles      text[]      not null,
    made_at       timestamptz not null,
    check ((kind = 'STOOD_DOWN') = (evaluation_id is null)),
    unique (escalation_id, kind)
);
create index override_person on override (person_id, id desc);
create index override_made on override (made_at);
comment on table override is 'Where someone went by their own judgement instead of the thresholds, and why; for quality reports';
comment on column override.agency is 'Provider whose record it is';
comment on column override.reason is 'Written by people: never logged, never on the bus';
