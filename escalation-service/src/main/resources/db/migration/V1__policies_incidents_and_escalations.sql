create table policy (
    version   integer     primary key check (version > 0),
    content   json        not null,
    loaded_at timestamptz not null default now()
);
comment on table policy is 'Threshold policies; the highest version is in force. Rows are never changed: escalations name the version that raised them';
comment on column policy.content is 'Kept to the letter, as it was written';

create table incident_facts (
    id          uuid        primary key,
    version     bigint      not null,
    person_id   uuid        not null,
    agency      text        not null,
    happened_at timestamptz not null,
    known       jsonb       not null
);
create index incident_facts_window on incident_facts (person_id, happened_at);
comment on table incident_facts is 'Coded facts of incidents, for thresholds; owned by incident-service';
comment on column incident_facts.id is 'Id of the incident';
comment on column incident_facts.agency is 'Provider that recorded the incident';
comment on column incident_facts.known is 'Fact to its codes; an empty array is none, an absent fact is not yet recorded';

create table evaluation (
    id             uuid        primary key,
    version        bigint      not null,
    person_id      uuid        not null,
    agency         text        not null,
    incident_id    uuid        not null unique,
    policy_version integer     not null references policy (version),
    evaluated_at   timestamptz not null,
    rules          jsonb       not null
);
create index evaluation_person on evaluation (person_id, id desc);
comment on table evaluation is 'What each rule of the policy in force made of an incident, and the facts it saw';

create sequence escalation_reference;

create table escalation (
    id                           uuid        primary key,
    version                      bigint      not null,
    person_id                    uuid        not null,
    agency                       text        not null,
    reference                    text        not null unique,
    threshold_id                 uuid        not null,
    incident_id                  uuid        not null,
    rule_code                    text        not null,
    policy_version               integer     not null references policy (version),
    tier                         text        not null,
    route                        text        not null,
    pattern                      boolean     not null,
    incident_ids                 jsonb       not null,
    facts                        jsonb       not null,
    recipient_agency             text,
    raised_at                    timestamptz not null,
    acknowledge_by               timestamptz not null,
    decide_by                    timestamptz not null check (decide_by >= acknowledge_by),
    step                         integer     not null default 0 check (step >= 0),
    acknowledged_at              timestamptz,
    decided_at                   timestamptz check (decided_at is null or acknowledged_at is not null),
    decision                     text check (decision in ('REFERRAL', 'MEETING', 'ACTIONS_ONLY', 'NO_FURTHER_ACTION')),
    rationale                    text,
    immediate_safety_confirmed   boolean,
    immediate_safety_explanation text,
    closed_at                    timestamptz check (closed_at is null or decided_at is not null),
    closure_reason               text,
    log                          jsonb       not null,
    check ((decided_at is null) = (decision is null)),
    check ((decided_at is null) = (rationale is null)),
    check ((decided_at is null) = (immediate_safety_confirmed is null)),
    check (immediate_safety_confirmed is distinct from false or immediate_safety_explanation is not null),
    check ((closed_at is null) = (closure_reason is null))
);
-- a rule speaks once on an incident, and a pattern once about a person until it is closed
create unique index escalation_once_per_incident on escalation (incident_id, rule_code, route);
create unique index escalation_pattern_once_while_open on escalation (person_id, rule_code, route)
    where closed_at is null and pattern;
create index escalation_person on escalation (person_id, id desc);
create index escalation_agency on escalation (agency, id desc);
create index escalation_route on escalation (route, id desc);
create index escalation_rule on escalation (rule_code, id desc);
create index escalation_raised on escalation (id desc) where acknowledged_at is null;
create index escalation_acknowledged on escalation (id desc) where acknowledged_at is not null and decided_at is null;
create index escalation_decided on escalation (id desc) where decided_at is not null and closed_at is null;
create index escalation_closed on escalation (id desc) where closed_at is not null;
comment on table escalation is 'Someone must know, answer and decide; one row for each route of a rule that fired';
comment on column escalation.agency is 'Provider that recorded the incident';
comment on column escalation.threshold_id is 'The firing of the rule, the same on all routes it raised';
comment on column escalation.incident_id is 'The incident whose arrival made the rule fire';
comment on column escalation.pattern is 'Whether the rule counts incidents in a window';
comment on column escalation.incident_ids is 'All incidents it fired on, earliest first';
comment on column escalation.recipient_agency is 'Agency that must answer; null when nobody of that type was in the circle when it was raised';
comment on column escalation.step is 'Steps climbed for want of an answer';
comment on column escalation.rationale is 'Written by people: never logged, never on the bus';
comment on column escalation.log is 'What was done about it, in order: who was told or why nobody was, who answered, when it climbed';
