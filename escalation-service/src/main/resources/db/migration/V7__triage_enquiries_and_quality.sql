-- Who decided and as what, the statutory answers, sign-off, and what quality reports count.

alter table escalation
    add column triage            jsonb,
    add column sign_off          jsonb,
    add column earlier_decisions jsonb not null default '[]';

create function escalation_likeness(rule_code text, route text, facts jsonb) returns text
    language sql immutable parallel safe as $$
    select md5(rule_code || ' ' || route || ' ' || coalesce(
        (select string_agg(distinct fact, ' ' order by fact)
         from (select coalesce(f ->> 'fact', '') || '=' || coalesce(f ->> 'value', '') collate "C" as fact
               from jsonb_array_elements(facts) f) seen), ''))
$$;
comment on function escalation_likeness is 'The same for escalations of one rule to one route on the same facts, whichever incidents they are of';

alter table escalation
    add column s42_outcome text generated always as (triage -> 's42' ->> 'outcome') stored,
    add column decision_stands boolean not null generated always as (
        decided_at is not null
        and (route <> 'SAFEGUARDING_ADULTS' or recipient_agency is null or triage -> 's42' ->> 'outcome' is not null)
        and (not (routing ->> 'signOff')::boolean or sign_off is not null)) stored,
    add column seconds_to_acknowledge double precision
        generated always as (extract(epoch from acknowledged_at - raised_at)) stored,
    add column seconds_to_decide double precision generated always as (
        case when (route <> 'SAFEGUARDING_ADULTS' or recipient_agency is null or triage -> 's42' ->> 'outcome' is not null)
                  and (not (routing ->> 'signOff')::boolean or sign_off is not null)
             then extract(epoch from decided_at - raised_at) end) stored,
    add column likeness text not null generated always as (escalation_likeness(rule_code, route, facts)) stored;

alter table escalation
    add check (triage is null or decided_at is not null),
    add check (sign_off is null or decided_at is not null),
    add check (closed_at is null or stood_down or not (routing ->> 'signOff')::boolean or sign_off is not null),
    add check (s42_outcome in ('NOT_MET', 'MET_PROGRESS_TO_S42_2', 'OTHER_PROPORTIONATE_ENQUIRY',
                               'SENT_TO_OTHER_AUTHORITY', 'DUPLICATE')),
    -- Care Act 2014 s42(1): the duty needs all three, and is not there only where one is answered no
    add check (s42_outcome is distinct from 'MET_PROGRESS_TO_S42_2'
        or (triage -> 's42' ->> 'careAndSupportNeeds' = 'YES'
            and triage -> 's42' ->> 'abuseOrNeglectOrRisk' = 'YES'
            and triage -> 's42' ->> 'unableToProtectSelf' = 'YES')),
    add check (s42_outcome is distinct from 'NOT_MET'
        or 'NO' in (triage -> 's42' ->> 'careAndSupportNeeds', triage -> 's42' ->> 'abuseOrNeglectOrRisk',
                    triage -> 's42' ->> 'unableToProtectSelf')),
    -- decisions from before triage have none
    add check (triage is null
        or (decision = 'NO_FURTHER_ACTION') = (triage ->> 'noFurtherActionReason' is not null));

create index escalation_raised_at on escalation (raised_at);
create index escalation_decided_at on escalation (decided_at) where decision_stands;
create index escalation_likeness on escalation (likeness, decided_at) where decision_stands;
comment on column escalation.triage is 'Who decided and as what, reason for no further action, answers under the Care Act 2014 s42(1), what the person wants, mental capacity. Holds words: never logged, never on the bus';
comment on column escalation.sign_off is 'What a supervisor of the deciding agency said of the decision';
comment on column escalation.earlier_decisions is 'Decisions that no longer stand, in order';
comment on column escalation.s42_outcome is 'What the local authority decided under the Care Act 2014 s42(1)';
comment on column escalation.decision_stands is 'Decided by whom it must be, and signed off where the policy asks';
comment on column escalation.seconds_to_decide is 'Of a decision that stands';
comment on column escalation.likeness is 'The same for escalations of one rule to one route on the same facts';

create table enquiry_stage_set (
    id           uuid        primary key,
    council      text        not null,
    number       integer     not null check (number > 0),
    stages       jsonb       not null,
    published_at timestamptz not null,
    published_by text        not null,
    unique (council, number)
);
create index enquiry_stage_set_council on enquiry_stage_set (council, id desc);
comment on table enquiry_stage_set is 'Stages of a council''s enquiries; the highest number of a council is in force. Rows are never changed: enquiries name the one they began with';

create sequence enquiry_reference;

create table enquiry (
    id                           uuid        primary key,
    version                      bigint      not null,
    person_id                    uuid        not null,
    agency                       text        not null,
    reference                    text        not null unique,
    escalation_id                uuid        not null unique references escalation (id),
    kind                         text        not null check (kind in ('SECTION_42', 'OTHER_PROPORTIONATE')),
    opened_at                    timestamptz not null,
    stage_set_number             integer     not null check (stage_set_number >= 0),
    course                       jsonb       not null,
    overdue                      boolean     not null,
    making_safeguarding_personal jsonb       not null,
    concluded_at                 timestamptz,
    conclusion                   jsonb,
    check ((concluded_at is null) = (conclusion is null)),
    check (not (overdue and concluded_at is not null))
);
create index enquiry_person on enquiry (person_id, id desc);
create index enquiry_agency on enquiry (agency, id desc);
create index enquiry_open on enquiry (id desc) where concluded_at is null;
create index enquiry_concluded on enquiry (id desc) where concluded_at is not null;
create index enquiry_overdue on enquiry (id desc) where overdue;
comment on table enquiry is 'A local authority makes enquiries, or causes them to be made (Care Act 2014 s42(2)); one for each escalation whose decision asks for it';
comment on column enquiry.agency is 'The local authority';
comment on column enquiry.stage_set_number is 'Version of the council''s stages it began with; 0 for those that come with the product';
comment on column enquiry.course is 'Its stages with their days and what was done; other agencies that were asked, by which day, and what they reported';
comment on column enquiry.overdue is 'A stage or a report is awaited and its day has passed';

create table audit_sample (
    id                uuid        primary key,
    version           bigint      not null,
    person_id         uuid        not null,
    agency            text        not null,
    escalation_id     uuid        not null unique references escalation (id),
    reason            text        not null check (reason in ('NO_FURTHER_ACTION', 'RANDOM')),
    decided_by_agency text        not null,
    decided_by        text        not null,
    decided_at        timestamptz not null,
    sampled_at        timestamptz not null,
    finding           text check (finding in ('APPROPRIATE', 'SHOULD_HAVE_ESCALATED', 'DISPROPORTIONATE',
                                              'PERSON_NOT_HEARD', 'RECORD_INCOMPLETE')),
    words             text,
    found_by_agency   text,
    found_by          text check (found_by <> decided_by),
    found_at          timestamptz,
    check ((found_at is null) = (finding is null)),
    check ((found_at is null) = (found_by is null)),
    check (finding is null or finding = 'APPROPRIATE' or words is not null)
);
create index audit_sample_person on audit_sample (person_id);
create index audit_sample_agency on audit_sample (agency, id desc);
create index audit_sample_reason on audit_sample (reason, id desc);
create index audit_sample_awaiting on audit_sample (id desc) where found_at is null;
create index audit_sample_found on audit_sample (id desc) where found_at is not null;
create index audit_sample_sampled_at on audit_sample (sampled_at);
comment on table audit_sample is 'Decisions drawn to be looked at again, by somebody else than the one who took them';
comment on column audit_sample.agency is 'Provider that recorded the incident';
comment on column audit_sample.words is 'Written by people: never logged, never on the bus';
