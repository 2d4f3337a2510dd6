-- The spine every service has: journal (outbox and audit trail in one), inbox, quarantine, due dates,
-- idempotency keys and the access projection.

create table journal (
    position         bigint generated always as identity primary key,
    event_id         uuid        not null unique,
    type             text        not null,
    person_id        uuid        not null,
    aggregate_id     uuid        not null,
    agency           text        not null,
    actor            text        not null,
    occurred_at      timestamptz not null,
    recorded_at      timestamptz not null,
    data             json        not null check (octet_length(data::text) <= 262144),
    request_id       text,
    correlation_id   text,
    causation_id     uuid,
    causation_depth  smallint    not null default 0,
    traceparent      text,
    previous_hash    bytea       not null,
    hash             bytea       not null,
    -- two writers cannot both follow the same entry: a record's chain never forks
    unique (aggregate_id, previous_hash)
);
create index journal_chain on journal (aggregate_id, position desc);
create index journal_person on journal (person_id, position);
comment on table journal is 'Every change, once, in the transaction that made it: audit trail, history and outbox. Append only';
comment on column journal.agency is 'Agency that acted; SYSTEM where no person did';
comment on column journal.actor is 'Subject of the token that acted; SYSTEM where no person did';
comment on column journal.occurred_at is 'When it happened in the world';
comment on column journal.recorded_at is 'When it was written down here';
comment on column journal.data is 'Coded facts only: no names, no NHS numbers, no free text. Kept to the letter, because it is hashed';
comment on column journal.hash is 'SHA-256 over previous_hash and the entry''s content, see JournalEntry.content';

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append only' using errcode = 'restrict_violation';
end $$;
create trigger journal_rows_stay before update or delete on journal
    for each row execute function journal_is_append_only();
create trigger journal_stays before truncate on journal
    for each statement execute function journal_is_append_only();

create table journal_pending (
    event_id uuid     primary key references journal (event_id),
    position bigint   not null,
    shard    smallint not null
);
create index journal_pending_order on journal_pending (shard, position);
comment on table journal_pending is 'Journal entries the broker has not acknowledged yet; the relay deletes the pointer afterwards';

create table inbox (
    event_id    uuid        primary key,
    received_at timestamptz not null default clock_timestamp()
);
comment on table inbox is 'Events already applied: what is here is not applied again';

create table quarantine (
    id             uuid        primary key,
    event_id       uuid,
    type           text,
    topic          text        not null,
    partition      integer     not null,
    record_offset  bigint      not null,
    record_key     text,
    headers        json        not null,
    payload        bytea,
    reason         text        not null,
    parked_at      timestamptz not null,
    replayed_at    timestamptz,
    unique (topic, partition, record_offset)
);
create index quarantine_waiting on quarantine (id) where replayed_at is null;
comment on table quarantine is 'Events that could not be applied for a reason of their own, parked so that those behind them flow';
comment on column quarantine.reason is 'Class of failure and where it arose; never the content';

create table due_date (
    id          uuid        primary key,
    kind        text        not null,
    subject_id  uuid        not null,
    due_at      timestamptz not null,
    attempt_at  timestamptz not null,
    attempts    integer     not null default 0,
    unique (kind, subject_id)
);
create index due_date_next on due_date (attempt_at);
comment on table due_date is 'What falls due and when; a row is taken with SKIP LOCKED, fires once and is deleted in the same transaction';
comment on column due_date.attempt_at is 'due_at, moved on after each failed attempt';

create table idempotency_key (
    agency        text        not null,
    actor         text        not null,
    key           text        not null check (length(key) <= 200),
    request_hash  bytea       not null,
    status        integer,
    headers       json,
    body          bytea,
    created_at    timestamptz not null default now(),
    primary key (agency, actor, key)
);
create index idempotency_key_age on idempotency_key (created_at);
comment on table idempotency_key is 'First answer to each keyed request, written in the transaction of its effect';

create table access_grant (
    person_id   uuid not null,
    agency      text not null,
    agency_type text not null,
    level       text not null check (level in ('AWARE', 'SUMMARY', 'FULL')),
    primary key (person_id, agency)
);
create index access_grant_agency on access_grant (agency, person_id);
comment on table access_grant is 'Projection of who is in whose circle, owned by pathway-service; every query passes it';
