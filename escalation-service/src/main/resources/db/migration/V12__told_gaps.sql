create table told_gap (
    id         uuid        primary key,
    agency     text        not null references agency (code),
    route      text        not null,
    settings   jsonb,
    tier       integer     not null check (tier between 1 and 5),
    begins_at  timestamptz not null,
    ends_at    timestamptz not null check (ends_at > begins_at),
    reason     text,
    recipients jsonb       not null check (jsonb_array_length(recipients) > 0),
    attempt_at timestamptz
);
create index told_gap_due on told_gap (attempt_at) where attempt_at is not null;
comment on table told_gap is 'Gaps in cover of the next 14 days of which the agency is told by e-mail, once; forgotten when they are over or mended. Work contacts, of no person';
comment on column told_gap.settings is 'Where; null for all that no team names';
comment on column told_gap.recipients is 'Addresses of the team, as the directory had them; never logged, never on the bus';
comment on column told_gap.attempt_at is 'When it is to be told, or told again after an attempt that failed; null once it was';
