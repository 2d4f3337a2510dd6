-- Comes with PostgreSQL; the owner of the database may create it. For the constraint on codes below.
create extension if not exists btree_gist;

create table observation_definition (
    id            uuid        primary key,
    version       bigint      not null,
    person_id     uuid        not null,
    agency        text        not null,
    kind          text        not null,
    code          text        not null,
    title         text        not null,
    measure       jsonb       not null,
    schedules     jsonb       not null,
    from_day      date        not null,
    until_day     date,
    begins_at     timestamptz not null,
    ends_at       timestamptz,
    defined_at    timestamptz not null,
    defined_by    text        not null,
    ended_at      timestamptz,
    ended_by      text,
    ending_reason text,
    check (until_day >= from_day),
    check (ends_at >= begins_at),
    check ((ended_at is null) = (ending_reason is null)),
    constraint observation_code_means_one exclude using gist
        (person_id with =, code with =, tstzrange(begins_at, ends_at) with &&)
);
create index observation_definition_person on observation_definition (person_id, id);
create index observation_definition_agency on observation_definition (agency, id);
create index observation_definition_kind on observation_definition (kind, id);
comment on table observation_definition is 'What is to be observed about a person; how it is measured never changes';
comment on column observation_definition.code is 'Short code for quick entry; at any time it means one definition of the person';
comment on column observation_definition.schedules is 'Versions, the earliest first, each with the moment it takes effect; a schedule of null is when it happens';
comment on column observation_definition.until_day is 'Last day, Europe/London';
comment on column observation_definition.begins_at is 'Readings are due from this moment: the start of the first day, or when it was defined on that day';
comment on column observation_definition.ends_at is 'Readings are due before this moment: the end of the last day, or when it was ended on that day';

create table observation_reading (
    id                uuid        primary key,
    version           bigint      not null,
    person_id         uuid        not null,
    agency            text        not null,
    definition_id     uuid        not null references observation_definition (id),
    definition_code   text        not null,
    kind              text        not null,
    observed_at       timestamptz not null,
    recorded_at       timestamptz not null,
    recorded_by       text        not null,
    value_number      numeric,
    value_code        text,
    value_minutes     integer,
    value_yes         boolean,
    antecedent        text,
    antecedent_code   text,
    behaviour         text,
    consequence       text,
    note              text,
    incident_id       uuid        references incident (id),
    replaces          uuid        unique references observation_reading (id),
    withdrawn_at      timestamptz,
    withdrawn_by      text,
    withdrawal_reason text,
    check (num_nonnulls(value_number, value_code, value_minutes, value_yes, behaviour) = 1),
    check (replaces <> id),
    check ((withdrawn_at is null) = (withdrawal_reason is null))
);
create index observation_reading_person on observation_reading (person_id, observed_at desc, id desc);
create index observation_reading_code on observation_reading (person_id, definition_code, observed_at desc, id desc);
create index observation_reading_kind on observation_reading (person_id, kind, observed_at desc, id desc);
create index observation_reading_taken on observation_reading (definition_id, observed_at) where withdrawn_at is null;
create index observation_reading_incident on observation_reading (incident_id) where incident_id is not null;
comment on table observation_reading is 'A reading as it was recorded; a wrong one is withdrawn and kept, its correction is another that replaces it';
comment on column observation_reading.value_minutes is 'A duration in minutes';
comment on column observation_reading.behaviour is 'What happened in an ABC episode, which has no other value';
comment on column observation_reading.antecedent_code is 'Code of the list antecedent';
