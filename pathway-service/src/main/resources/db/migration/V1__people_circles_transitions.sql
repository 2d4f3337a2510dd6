create sequence person_number;
create sequence transition_number;

create table person (
    id                          uuid        primary key,
    version                     bigint      not null,
    person_id                   uuid        not null unique check (person_id = id),
    agency                      text        not null,
    reference                   text        not null unique,
    given_name                  text        not null,
    family_name                 text        not null,
    date_of_birth               date        not null check (date_of_birth >= date '1900-01-01'),
    nhs_number                  text        check (nhs_number ~ '^[0-9]{10}$'),
    nhs_number_status           text        check (nhs_number_status ~ '^0[1-8]$'),
    nhs_number_not_known_reason text,
    communication_needs         text,
    setting_id                  text,
    registered_at               timestamptz not null,
    registered_by               text        not null,
    unique (agency, nhs_number),
    check ((nhs_number is null) <> (nhs_number_not_known_reason is null)),
    check (nhs_number is null or nhs_number_status is not null)
);
create index person_agency on person (agency, id desc);
create index person_setting on person (setting_id, id desc);
create index person_nhs_number on person (nhs_number);
comment on table person is 'Who a person is. Names, date of birth and NHS number are kept here and in no other service';
comment on column person.person_id is 'The same as id: the person is a record about themselves';
comment on column person.agency is 'The provider that registered the person and whose record it is';
comment on column person.nhs_number is 'Ten digits, checked by modulus 11. Unique per provider, not in all: refusing one that another provider holds would tell that the person is there';
comment on column person.registered_by is 'Subject of the token of whoever registered the person';

create table circle_membership (
    id              uuid        primary key,
    version         bigint      not null,
    person_id       uuid        not null references person (id),
    agency          text        not null,
    member          text        not null check (member ~ '^[A-Z][A-Z0-9-]{1,39}$'),
    member_type     text        not null,
    level           text        not null check (level in ('AWARE', 'SUMMARY', 'FULL')),
    role            text        not null,
    basis_lawful    text        check (basis_lawful in ('a', 'b', 'c', 'd', 'e', 'ea', 'f')),
    basis_condition text,
    consent         text,
    consent_on      date,
    consent_reason  text,
    joined_at       timestamptz not null,
    until           date,
    ended_at        timestamptz,
    check (member = agency or (basis_lawful is not null and consent is not null)),
    check (consent not in ('REFUSED', 'NOT_SOUGHT') or consent_reason is not null),
    check (member <> agency or (ended_at is null and until is null and level = 'FULL'))
);
create unique index circle_membership_live on circle_membership (person_id, member) where ended_at is null;
create index circle_membership_history on circle_membership (person_id, member, joined_at);
comment on table circle_membership is 'Which agency is, or was, in a person''s circle, how much it may see and on what basis. Ended rows stay';
comment on column circle_membership.agency is 'The provider whose record it is; it is itself the first member of the circle, and stays';
comment on column circle_membership.member is 'The agency in the circle';
comment on column circle_membership.until is 'Last day in the circle, Europe/London; null while no end is set';
comment on column circle_membership.consent_reason is 'Why it is shared without consent; as written, never logged, never on the bus';

create table transition (
    id                    uuid        primary key,
    version               bigint      not null,
    person_id             uuid        not null,
    agency                text        not null,
    reference             text        not null unique,
    kind                  text        not null check (kind in ('STEP_UP')),
    threshold_id          uuid        unique,
    rule_code             text,
    escalation_id         uuid,
    incident_ids          uuid[]      not null,
    threshold             text,
    proposal_rationale    text,
    proposed_at           timestamptz not null,
    proposed_by           text        not null,
    authorised_at         timestamptz,
    authorised_by         text,
    authorised_by_agency  text,
    starts_on             date,
    review_on             date,
    rationale             text,
    weekly_cost           numeric(10, 2) check (weekly_cost >= 0),
    person_involved       boolean,
    person_views          text,
    person_not_involved   text,
    review_fell_due_at    timestamptz,
    refused_at            timestamptz,
    refused_by            text,
    refused_by_agency     text,
    refusal_reason        text,
    check (threshold_id is not null or (threshold is not null and proposal_rationale is not null)),
    check (authorised_at is null
        or (starts_on is not null and review_on is not null and review_on > starts_on
            and rationale is not null and person_involved is not null
            and (person_involved or person_not_involved is not null)
            and authorised_by is not null and authorised_by_agency is not null)),
    check (refused_at is null
        or (refusal_reason is not null and refused_by is not null and refused_by_agency is not null)),
    check (authorised_at is null or refused_at is null),
    check (review_fell_due_at is null or authorised_at is not null)
);
create index transition_person on transition (person_id, id desc);
create index transition_agency on transition (agency, id desc);
create index transition_proposed on transition (id desc) where authorised_at is null and refused_at is null;
create index transition_review_due on transition (id desc) where review_fell_due_at is not null;
comment on table transition is 'A change in a person''s support. Its status is derived from what happened: proposed, authorised, review fell due, refused';
comment on column transition.agency is 'The provider that supports the person';
comment on column transition.threshold_id is 'The rule firing that proposed it, once however many escalations it raised; null when proposed by hand';
comment on column transition.threshold is 'Which threshold was met, in words, when proposed by hand';
comment on column transition.review_on is 'Day by which it must be reviewed, Europe/London: an authorised step-up is never open-ended';
comment on column transition.weekly_cost is 'Added cost in GBP a week';
comment on column transition.person_not_involved is 'Why the person had no part in the decision';

create table transition_stage (
    transition_id uuid    not null references transition (id),
    position      integer not null,
    description   text    not null,
    exit_criteria text    not null,
    target_date   date,
    primary key (transition_id, position)
);
comment on table transition_stage is 'The way back down, in stages: what is reduced, and what must be true first';
