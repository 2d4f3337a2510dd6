create table action_template (
    code              text primary key,
    title             text not null check (length(title) between 15 and 200),
    party             text not null check (party in ('PROVIDER', 'COMMISSIONER', 'PARTNER', 'PERSON_OR_FAMILY')),
    agency_type       text not null,
    owner_role        text not null,
    evidence_required text not null,
    intended_outcome  text not null,
    measure           text not null,
    outcome_domain    text not null,
    priority          text not null check (priority in ('URGENT', 'HIGH', 'STANDARD'))
);
comment on table action_template is 'Wording and owner of the actions that rules ask for by code; a code is never removed';
comment on column action_template.agency_type is 'Type of agency that owns it; it is looked up in the circle, PROVIDER is the provider of the escalation itself';
comment on column action_template.owner_role is 'Code from the list owner-role';

create sequence plan_reference;
create sequence action_reference;

create table plan (
    id               uuid        primary key,
    version          bigint      not null,
    person_id        uuid        not null,
    agency           text        not null,
    reference        text        not null unique,
    kind             text        not null check (kind in ('REVIEW', 'ESCALATION', 'SAFEGUARDING_ENQUIRY',
                                     'COMPATIBILITY_REVIEW', 'ICB_REVIEW', 'DISCHARGE', 'TRANSITION')),
    opened_at        timestamptz not null,
    opened_by_agency text        not null,
    closed_at        timestamptz check (closed_at >= opened_at),
    closed_by_agency text,
    check ((closed_at is null) = (closed_by_agency is null))
);
create unique index plan_open on plan (person_id, kind) where closed_at is null;
create index plan_person on plan (person_id, id desc);
create index plan_agency on plan (agency, id desc);
create index plan_kind on plan (kind, id desc);
create index plan_still_open on plan (id desc) where closed_at is null;
comment on table plan is 'What is to be done for a person about one matter; closed once every action is verified or withdrawn';
comment on column plan.agency is 'The provider whose plan it is';
comment on column plan.opened_by_agency is 'Agency that opened it; SYSTEM where an event did';
comment on index plan_open is 'One open plan per person and kind';

create table plan_escalation (
    plan_id       uuid not null references plan (id),
    escalation_id uuid not null,
    primary key (plan_id, escalation_id)
);
comment on table plan_escalation is 'The escalations a plan answers';

create table action (
    id                   uuid        primary key,
    version              bigint      not null,
    person_id            uuid        not null,
    agency               text        not null,
    plan_id              uuid        not null references plan (id),
    reference            text        not null unique,
    title                text        not null,
    party                text        not null check (party in ('PROVIDER', 'COMMISSIONER', 'PARTNER', 'PERSON_OR_FAMILY')),
    owner_agency         text        not null,
    owner_agency_missing text,
    owner_role           text        not null,
    due_on               date        not null,
    evidence_required    text        not null,
    intended_outcome     text        not null,
    measure              text        not null,
    outcome_domain       text        not null check (outcome_domain in ('RISK_REDUCTION', 'WELLBEING', 'COMMUNICATION',
                                         'SAFER_STAFFING', 'HEALTH_ACCESS', 'PATHWAY_PROGRESSION', 'ENVIRONMENT',
                                         'COMMUNITY_INCLUSION', 'RIGHTS_AND_RESTRICTIONS')),
    priority             text        not null check (priority in ('URGENT', 'HIGH', 'STANDARD')),
    template             text        references action_template (code),
    threshold_id         uuid,
    escalation_id        uuid,
    transition_id        uuid,
    agreed_at            timestamptz not null,
    agreed_by_agency     text        not null,
    completed_at         timestamptz,
    completed_by_agency  text,
    completed_by         text,
    verified_at          timestamptz,
    withdrawn_at         timestamptz,
    withdrawn_by_agency  text,
    withdrawal_reason    text,
    overdue_told_at      timestamptz,
    status               text        not null generated always as (
                             case when withdrawn_at is not null then 'WITHDRAWN'
                                  when verified_at is not null then 'VERIFIED'
                                  when completed_at is not null then 'COMPLETED'
                                  else 'OPEN' end) stored,
    check ((completed_at is null) = (completed_by is null)),
    check ((completed_at is null) = (completed_by_agency is null)),
    check (verified_at is null or completed_at is not null),
    check (verified_at is null or withdrawn_at is null),
    check ((withdrawn_at is null) = (withdrawal_reason is null)),
    check ((withdrawn_at is null) = (withdrawn_by_agency is null)),
    check (threshold_id is null or template is not null),
    check (transition_id is null or template is not null)
);
create unique index action_once_per_threshold on action (threshold_id, template) where threshold_id is not null;
create unique index action_once_per_transition on action (transition_id, template) where transition_id is not null;
create index action_person on action (person_id, due_on, id);
create index action_plan on action (plan_id, due_on, id);
create index action_owner on action (owner_agency, due_on, id);
create index action_agency on action (agency, due_on, id);
create index action_status on action (status, due_on, id);
create index action_party on action (party, due_on, id);
create index action_without_agency on action (person_id, owner_agency_missing) where owner_agency_missing is not null;
comment on table action is 'One thing that someone will have done by a day, and how others will see that it worked';
comment on column action.agency is 'The provider whose plan it belongs to';
comment on column action.owner_agency is 'Agency that does it and shows the evidence';
comment on column action.owner_agency_missing is 'Type of agency that should own it where none of that type is in the circle; until one joins, owner_agency is the provider';
comment on column action.due_on is 'Last day to do it, Europe/London';
comment on column action.threshold_id is 'The firing of a rule that asked for it; the same on all routes that it raised';
comment on column action.transition_id is 'The authorised change of support that asked for it';
comment on column action.overdue_told_at is 'When the other services were told that it is overdue; they are told once';
comment on column action.status is 'Derived from what happened; the service derives the same from the same facts';

create table action_evidence (
    action_id       uuid        not null references action (id),
    position        integer     not null,
    kind            text        not null check (kind in ('REFERENCE', 'NOTE')),
    reference       text,
    note            text,
    added_at        timestamptz not null,
    added_by_agency text        not null,
    added_by        text        not null,
    primary key (action_id, position),
    check (kind <> 'REFERENCE' or reference is not null),
    check (kind <> 'NOTE' or note is not null)
);
comment on table action_evidence is 'What the owner showed when completing; what was shown before a reopening stays';

create table action_check (
    action_id         uuid        not null references action (id),
    position          integer     not null,
    impact            text        not null check (impact in ('ACHIEVED', 'PARTIALLY_ACHIEVED', 'NOT_ACHIEVED', 'TOO_EARLY_TO_SAY')),
    finding           text        not null,
    checked_at        timestamptz not null,
    checked_by_agency text        not null,
    checked_by        text        not null,
    primary key (action_id, position)
);
comment on table action_check is 'Each check of whether a completed action achieved what was intended, by someone other than who completed it';

insert into action_template
    (code, title, party, agency_type, owner_role, evidence_required, intended_outcome, measure, outcome_domain, priority)
values
('PROTECT_AND_SEPARATE',
 'Put tonight''s safety arrangements in place and brief every shift on them',
 'PROVIDER', 'PROVIDER', 'manager',
 'The written arrangements (who is where, who watches, what to do if it starts again) and the names of the shifts briefed',
 'The person and those they live with are kept apart from the source of harm until it is decided what happens next',
 'No further contact of the kind that caused the concern while the arrangements are in force',
 'RISK_REDUCTION', 'URGENT'),
('PREPARE_CHRONOLOGY',
 'Send the strategy discussion a dated chronology with the evidence behind it',
 'PROVIDER', 'PROVIDER', 'liaison',
 'The chronology as sent, with the records it cites and the day and person it was sent to',
 'Those who decide have the same facts in front of them, in order and with their sources',
 'Received before the discussion, and no fact asked for there was missing from it',
 'RISK_REDUCTION', 'HIGH'),
('HOLD_STRATEGY_DISCUSSION',
 'Hold a strategy discussion with provider, commissioner and health, and record its decisions',
 'PARTNER', 'LOCAL_AUTHORITY_SAFEGUARDING', 'safeguarding-lead',
 'The record of the discussion: who took part, what was decided and why, who does what',
 'It is decided whether an enquiry is needed, who leads it and how the person stays safe meanwhile',
 'Each decision has an owner and a date, and the person or their advocate knows of it',
 'RISK_REDUCTION', 'URGENT'),
('REVIEW_COMMISSIONED_SUPPORT',
 'Decide whether the commissioned support still fits what the person needs now',
 'COMMISSIONER', 'COMMISSIONER', 'commissioner',
 'The decision in writing: support kept, changed or to be reassessed, with the reasons',
 'The support that is paid for is the support that keeps the person safe and well',
 'The decision is with the provider, and any change has a start date',
 'PATHWAY_PROGRESSION', 'HIGH'),
('NOTIFY_CQC',
 'Send the statutory notification to the Care Quality Commission without delay',
 'PROVIDER', 'PROVIDER', 'manager',
 'The notification''s own reference and the time it was submitted',
 'The regulator knows what happened while it can still act on it',
 'Submitted on time, with no question returned unanswered',
 'RISK_REDUCTION', 'URGENT'),
('REVIEW_RESTRICTIVE_PRACTICE',
 'Review each restriction used and say which can be reduced, how and by when',
 'PARTNER', 'CLDT', 'clinician',
 'The review: each restriction, whether it was planned, the less restrictive choice, and what changes in the support plan',
 'The person lives with fewer restrictions, and none that nobody has weighed',
 'Fewer uses and fewer minutes of restriction in the 28 days after than in the 28 days before',
 'RIGHTS_AND_RESTRICTIONS', 'HIGH'),
('UPDATE_SHIFT_GUIDANCE',
 'Rewrite the shift guidance with what was learnt and see that each shift has read it',
 'PROVIDER', 'PROVIDER', 'manager',
 'The guidance as published and the list of staff who have acknowledged it',
 'Whoever is on shift spots the early signs and knows what helps',
 'Early steps are recorded before a reactive one in incidents from then on',
 'SAFER_STAFFING', 'HIGH'),
('CONTACT_ON_CALL_MANAGER',
 'Speak with the on-call manager now and record what they decide',
 'PROVIDER', 'PROVIDER', 'manager',
 'The time of the call, who was spoken to and what they decided',
 'The shift does not carry a decision that is a manager''s to take',
 'Staffing and safety for the rest of the shift were settled in the call',
 'SAFER_STAFFING', 'URGENT'),
('URGENT_HEALTH_REVIEW',
 'See the person for an urgent review of what in their health may be behind this',
 'PARTNER', 'GP', 'clinician',
 'The outcome of the review: what was looked for, what was found, what treatment or referral follows',
 'Pain, illness or a side effect is found and treated, not taken for behaviour',
 'Findings and next steps are in the person''s health record and with the provider',
 'HEALTH_ACCESS', 'URGENT'),
('REVIEW_STEP_UP',
 'Review the step-up with the evidence and decide on stepping down, staying or changing',
 'PROVIDER', 'PROVIDER', 'manager',
 'The review''s record: outcomes since the step-up, the person''s and family''s view, the decision and its reasons',
 'Extra support lasts as long as it helps and no longer',
 'A decision is recorded by the review date, with the next date where support stays up',
 'PATHWAY_PROGRESSION', 'HIGH'),
('NOTE_COST_OF_STEP_UP',
 'Enter the weekly cost of the step-up and the day on which funding for it ends',
 'COMMISSIONER', 'COMMISSIONER', 'commissioner',
 'The cost line: weekly amount, start, end and who authorised it',
 'Temporary support is paid for as temporary support and its cost is weighed at the review',
 'The cost and its end date are known to provider and commissioner before the review',
 'PATHWAY_PROGRESSION', 'STANDARD');
