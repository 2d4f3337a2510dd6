create table indicator (
    id                uuid        primary key,
    version           bigint      not null,
    person_id         uuid        not null references person (id),
    agency            text        not null,
    kind              text        not null,
    title             text        not null,
    unit              text,
    lowest            numeric     not null,
    highest           numeric     not null,
    direction         text        not null check (direction in ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')),
    from_day          date        not null,
    review_on         date        not null,
    terms             jsonb       not null,
    defined_at        timestamptz not null,
    defined_by        text        not null,
    defined_by_agency text        not null,
    ended_on          date,
    ended_at          timestamptz,
    ended_by          text,
    ending_reason     text,
    check (highest > lowest),
    check (num_nonnulls(ended_on, ended_at, ended_by, ending_reason) in (0, 4))
);
create index indicator_person on indicator (person_id, id desc);
create index indicator_person_kind on indicator (person_id, kind, id desc);
create index indicator_person_review on indicator (person_id, review_on);
comment on table indicator is 'What is measured every day about a person and held against what is usual for them; kind, scale and direction never change';
comment on column indicator.agency is 'The provider that supports the person';
comment on column indicator.lowest is 'Least value of the scale, which may be reached';
comment on column indicator.highest is 'Greatest value of the scale, which may be reached';
comment on column indicator.from_day is 'First day a reading can be of, Europe/London; may lie before the definition, for a baseline';
comment on column indicator.review_on is 'Day by which the indicator itself is to be looked at again, Europe/London';
comment on column indicator.terms is 'Baseline and rules of breach, the earliest first, each with the day from which readings are judged by it';

create table indicator_reading (
    id                 uuid        primary key,
    version            bigint      not null,
    person_id          uuid        not null,
    agency             text        not null,
    indicator_id       uuid        not null references indicator (id),
    day                date        not null,
    value              numeric     not null,
    note               text,
    recorded_at        timestamptz not null,
    recorded_by        text        not null,
    recorded_by_agency text        not null,
    supersedes         uuid        unique references indicator_reading (id),
    reason             text,
    superseded_by      uuid,
    check ((supersedes is null) = (reason is null)),
    -- an exclusion and not a unique index, so that it is looked at when a correction is complete
    constraint indicator_reading_one_a_day exclude using btree (indicator_id with =, day with =)
        where (superseded_by is null) deferrable initially deferred
);
create index indicator_reading_day on indicator_reading (indicator_id, day desc, id desc);
comment on table indicator_reading is 'The value of an indicator on a day, as it was recorded; a wrong one is kept and superseded by another';
comment on column indicator_reading.day is 'The day it is of, Europe/London';
comment on column indicator_reading.reason is 'Why the reading before was wrong; as written, never logged, never on the bus';

create table indicator_breach (
    id           uuid        primary key,
    version      bigint      not null,
    person_id    uuid        not null,
    agency       text        not null,
    indicator_id uuid        not null references indicator (id),
    kind         text        not null,
    because      text        not null check (because in ('LEVEL', 'TREND', 'MISSING_DATA')),
    severity     text        not null check (severity in ('AMBER', 'RED')),
    began_on     date        not null,
    ended_on     date,
    found_at     timestamptz not null,
    ended_at     timestamptz,
    ending       text        check (ending in ('RECOVERED', 'WORSENED', 'CORRECTED', 'INDICATOR_ENDED')),
    follows      uuid        references indicator_breach (id),
    saw          jsonb       not null,
    check (ended_on >= began_on),
    check ((ending is null) = (ended_at is null)),
    -- an exclusion and not a unique index, so that it is looked at when a worsening is complete
    constraint indicator_breach_once_while_it_lasts exclude using btree (indicator_id with =, because with =)
        where (ended_at is null) deferrable initially deferred
);
create index indicator_breach_person on indicator_breach (person_id, id desc);
create index indicator_breach_indicator on indicator_breach (indicator_id, id desc);
create index indicator_breach_agency on indicator_breach (agency, id desc);
create index indicator_breach_severity on indicator_breach (severity, id desc);
create index indicator_breach_open on indicator_breach (id desc) where ended_at is null;
comment on table indicator_breach is 'A time in which an indicator was outside what was agreed for the person, or was not recorded';
comment on column indicator_breach.began_on is 'Day whose reading met the rule; for missing data the first day without a reading. Europe/London';
comment on column indicator_breach.ended_on is 'Day whose reading showed that it was over; null while it lasts and for one that never was';
comment on column indicator_breach.follows is 'The milder breach that became this one';
comment on column indicator_breach.saw is 'The readings, average, baseline and threshold by which it was found, as they were then';
