create sequence guidance_reference;

create table guidance (
    id                uuid        primary key,
    version           bigint      not null,
    person_id         uuid        not null,
    agency            text        not null,
    reference         text        not null unique,
    plan_id           uuid        not null references plan (id),
    setting_kind      text        check (setting_kind in ('HOME', 'RESPITE', 'OUTREACH', 'DAY_OPPORTUNITIES',
                                      'EDUCATION_OR_WORK', 'HEALTH_APPOINTMENT', 'HOSPITAL')),
    page              jsonb       not null check (octet_length(page::text) <= 65536),
    drafted_at        timestamptz not null,
    drafted_by        text        not null,
    number            integer     check (number > 0),
    published_at      timestamptz check (published_at >= drafted_at),
    published_by      text,
    read_by           date,
    replaces          uuid        references guidance (id),
    superseded_at     timestamptz check (superseded_at >= published_at),
    withdrawn_at      timestamptz check (withdrawn_at >= drafted_at),
    withdrawn_by      text,
    withdrawal_reason text,
    chases            integer     not null default 0 check (chases >= 0),
    status            text        not null generated always as (
                          case when withdrawn_at is not null then 'WITHDRAWN'
                               when superseded_at is not null then 'SUPERSEDED'
                               when published_at is not null then 'PUBLISHED'
                               else 'DRAFT' end) stored,
    check ((published_at is null) = (published_by is null)),
    check ((published_at is null) = (number is null)),
    check ((published_at is null) = (read_by is null)),
    check (published_at is not null or (replaces is null and superseded_at is null)),
    check (superseded_at is null or withdrawn_at is null),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((withdrawn_at is null) = (withdrawal_reason is null))
);
create unique index guidance_one_draft on guidance (person_id, agency, coalesce(setting_kind, ''))
    where published_at is null and withdrawn_at is null;
create unique index guidance_one_in_force on guidance (person_id, agency, coalesce(setting_kind, ''))
    where published_at is not null and superseded_at is null and withdrawn_at is null;
create unique index guidance_number on guidance (person_id, agency, coalesce(setting_kind, ''), number)
    where number is not null;
create index guidance_person on guidance (person_id, id desc);
create index guidance_agency on guidance (agency, id desc);
create index guidance_plan on guidance (plan_id, id desc);
create index guidance_setting_kind on guidance (setting_kind, id desc);
create index guidance_status on guidance (status, id desc);
comment on table guidance is 'One version of the page by which staff support a person on shift; what was published is never changed';
comment on column guidance.agency is 'The provider whose staff it guides';
comment on column guidance.setting_kind is 'Kind of setting it is written for; null for every kind';
comment on column guidance.page is 'What the page says, see ShiftPage; its lengths are limited so that it fits one side of A4';
comment on column guidance.number is 'Counts what was published for the person by the provider for the kind of setting; null in a draft';
comment on column guidance.read_by is 'Last day by which those named at publication have read it, Europe/London';
comment on column guidance.replaces is 'The version published before it; what changed is worked out against that one';
comment on column guidance.chases is 'How often it was told that somebody has not read it in time';
comment on column guidance.status is 'Derived from what happened; the service derives the same from the same facts';
comment on index guidance_one_in_force is 'One page in force per person, provider and kind of setting';

create table guidance_setting (
    guidance_id uuid not null references guidance (id),
    setting_id  text not null,
    primary key (guidance_id, setting_id)
);
create index guidance_setting_setting on guidance_setting (setting_id, guidance_id);
comment on table guidance_setting is 'The settings a page applies in, by code; none means wherever the person is supported';

create table guidance_reading (
    id                     uuid        primary key,
    version                bigint      not null,
    person_id              uuid        not null,
    agency                 text        not null,
    guidance_id            uuid        not null references guidance (id),
    staff_id               text        not null,
    staff_name             text        not null,
    staff_agency           text        not null,
    read_by                date        not null,
    named_at               timestamptz not null,
    named_by               text        not null,
    acknowledged_at        timestamptz check (acknowledged_at >= named_at),
    acknowledged_by_agency text,
    acknowledged_by        text,
    answers                jsonb,
    result                 text        check (result in ('UNDERSTOOD', 'COACH')),
    note                   text,
    assessed_at            timestamptz check (assessed_at >= acknowledged_at),
    assessed_by            text,
    unique (guidance_id, staff_id),
    check ((acknowledged_at is null) = (acknowledged_by is null)),
    check ((acknowledged_at is null) = (acknowledged_by_agency is null)),
    check ((acknowledged_at is null) = (answers is null)),
    check (assessed_at is null or acknowledged_at is not null),
    check ((assessed_at is null) = (result is null)),
    check ((assessed_at is null) = (assessed_by is null)),
    check (assessed_by is distinct from staff_id),
    check (result is distinct from 'COACH' or note is not null)
);
create index guidance_reading_unread on guidance_reading (guidance_id, read_by) where acknowledged_at is null;
create index guidance_reading_staff on guidance_reading (staff_id, guidance_id);
comment on table guidance_reading is 'Who of the staff must read a page, whether they have, and how they explained it back';
comment on column guidance_reading.agency is 'The provider whose page it is';
comment on column guidance_reading.staff_id is 'Subject of their token, or the number their agency knows them by';
comment on column guidance_reading.staff_agency is 'Agency they work for; its managers acknowledge for those who do not sign in';
comment on column guidance_reading.read_by is 'Last day to read it, Europe/London';
comment on column guidance_reading.acknowledged_by is 'Subject of the token: their own, or the manager''s who wrote it down';
comment on column guidance_reading.answers is 'One answer to each of the page''s questions, in their order';

create table practice_observation (
    id                 uuid        primary key,
    version            bigint      not null,
    person_id          uuid        not null,
    agency             text        not null,
    guidance_id        uuid        not null references guidance (id),
    setting_id         text        not null,
    observed_at        timestamptz not null,
    note               text,
    recorded_at        timestamptz not null check (recorded_at >= observed_at),
    recorded_by_agency text        not null,
    recorded_by        text        not null
);
create index practice_observation_guidance on practice_observation (guidance_id, id desc);
comment on table practice_observation is 'One look on shift at whether what the page says is done';
comment on column practice_observation.agency is 'The provider whose page it is';

create table practice_observation_step (
    observation_id uuid not null references practice_observation (id),
    step           text not null check (step ~ '^[SPDNRCW][1-9]$'),
    result         text not null check (result in ('SEEN', 'NOT_SEEN', 'NO_OCCASION')),
    primary key (observation_id, step)
);
comment on column practice_observation_step.step is 'Mark of the line on the page, such as P1';

create table resident (
    id         uuid   primary key,
    version    bigint not null,
    person_id  uuid   not null unique,
    agency     text   not null,
    setting_id text   not null,
    check (id = person_id)
);
create index resident_setting on resident (setting_id, person_id);
comment on table resident is 'Where a person is supported: projection of person-registered, owned by pathway-service';

create table support_change (
    id            uuid        primary key,
    version       bigint      not null,
    person_id     uuid        not null,
    agency        text        not null,
    starts_on     date        not null,
    review_on     date        not null,
    authorised_at timestamptz not null
);
create index support_change_person on support_change (person_id, review_on);
comment on table support_change is 'Step-ups that were authorised, for the handover: projection of step-up-authorised, owned by pathway-service';
comment on column support_change.id is 'The transition at pathway-service';
comment on column support_change.agency is 'The agency that authorised it';

-- what changed since the last handover
create index plan_version_person on plan_version (person_id, made_at desc);
