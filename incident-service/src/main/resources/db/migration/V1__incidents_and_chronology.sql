create sequence incident_number;

create table incident (
    id                        uuid        primary key,
    version                   bigint      not null,
    person_id                 uuid        not null,
    agency                    text        not null,
    reference                 text        not null unique,
    setting_id                text,
    kind                      text        not null,
    location                  text        not null,
    happened_at               timestamptz not null,
    ended_at                  timestamptz,
    recorded_at               timestamptz not null,
    recorded_by               text        not null,
    physical_harm             text,
    psychological_harm        text,
    setting_events            text,
    antecedents               text,
    early_signs               text,
    behaviour                 text        not null,
    staff_response            text,
    consequences              text,
    recovery                  text,
    proactive_strategies      jsonb,
    de_escalation_steps       jsonb,
    people_involved           jsonb,
    immediate_safety_actions  jsonb,
    allegations               jsonb,
    restrictive_interventions jsonb,
    police_involved           boolean,
    property_damaged          boolean,
    others_threatened         boolean,
    medication_involved       boolean,
    support_refused           boolean,
    check (ended_at is null or ended_at >= happened_at)
);
create index incident_person on incident (person_id, happened_at desc, id desc);
create index incident_agency on incident (agency, happened_at desc, id desc);
create index incident_setting on incident (setting_id, happened_at desc, id desc);
create index incident_kind on incident (kind, happened_at desc, id desc);
comment on table incident is 'An incident as it was recorded. In every optional column null means not yet recorded; an empty list means none';
comment on column incident.agency is 'The provider that recorded it and whose record it is';
comment on column incident.recorded_by is 'Subject of the token of whoever recorded it';
comment on column incident.restrictive_interventions is 'What the Mental Health Units (Use of Force) Act 2018 s6(5) asks to be recorded, for each';

create table chronology_entry (
    id          uuid        primary key,
    version     bigint      not null,
    person_id   uuid        not null,
    agency      text        not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    kind        text        not null,
    source      text        not null,
    record_id   uuid        not null,
    facts       jsonb       not null
);
create index chronology_order on chronology_entry (person_id, happened_at, id);
create index chronology_kind on chronology_entry (person_id, kind, happened_at, id);
create index chronology_source on chronology_entry (person_id, source, happened_at, id);
comment on table chronology_entry is 'One entry per event of any service; can be rebuilt from the topics at any time';
comment on column chronology_entry.id is 'Id of the event';
comment on column chronology_entry.agency is 'Agency that acted; SYSTEM where no person did';
