create index chronology_agency on chronology_entry (person_id, agency, happened_at, id);

create table chronology_rebuild (
    id             uuid        primary key,
    version        bigint      not null default 0,
    state          text        not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
    started_at     timestamptz not null,
    started_by     text        not null,
    ended_at       timestamptz,
    events_read    bigint,
    events_skipped bigint,
    entries_before bigint,
    entries_after  bigint,
    reason         text,
    check ((state = 'RUNNING') = (ended_at is null)),
    check ((state = 'DONE') = (entries_after is not null)),
    check ((state = 'FAILED') = (reason is not null))
);
create unique index chronology_rebuild_running on chronology_rebuild (state) where state = 'RUNNING';
comment on table chronology_rebuild is 'Each time ops had the chronology made anew from the topics';
comment on column chronology_rebuild.started_by is 'Subject of the token that asked for it';
comment on column chronology_rebuild.events_skipped is 'Of the events read, those left out because they cannot be read or wait in the quarantine';
comment on column chronology_rebuild.reason is 'Why it failed, in words for ops';
