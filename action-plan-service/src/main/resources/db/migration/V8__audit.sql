create table action_audit (
    id             uuid        primary key,
    version        bigint      not null,
    seed           integer     not null check (seed >= 0),
    size           integer     not null check (size between 1 and 100),
    population     integer     not null check (population >= size),
    closed_from    date        not null,
    closed_until   date        not null check (closed_until >= closed_from),
    owner_agency   text,
    provider       text,
    drawn_at       timestamptz not null,
    drawn_by_agency text       not null,
    drawn_by       text        not null,
    audited        integer     not null check (audited between 0 and size),
    conforming     integer     not null check (conforming between 0 and audited)
);
comment on table action_audit is 'Closed actions drawn at random to be looked at again; who draws with the same seed from the same actions draws the same';
comment on column action_audit.size is 'How many were drawn: as many as were asked for, or all there were';
comment on column action_audit.population is 'How many closed actions they were drawn from: those that who drew them may see';
comment on column action_audit.closed_from is 'First day of closing, Europe/London';
comment on column action_audit.closed_until is 'Last day of closing, Europe/London';
comment on column action_audit.drawn_by_agency is 'Agency of who drew them, or their role where they are of none; it alone records what was found';
comment on column action_audit.audited is 'How many have been looked at';
comment on column action_audit.conforming is 'How many of those are as they should be';

create table audited_action (
    id                  uuid        primary key,
    version             bigint      not null,
    person_id           uuid        not null,
    agency              text        not null,
    audit_id            uuid        not null references action_audit (id),
    action_id           uuid        not null references action (id),
    conforms            boolean,
    evidence_sufficient boolean,
    impact_checked      boolean,
    words               text        check (length(words) <= 4000),
    found_at            timestamptz,
    found_by_agency     text,
    found_by            text,
    unique (audit_id, action_id),
    check ((conforms is null) = (found_at is null)),
    check ((conforms is null) = (found_by_agency is null)),
    check ((conforms is null) = (found_by is null)),
    check (conforms or words is not null)
);
comment on table audited_action is 'A closed action that was drawn, and what was found about it';
comment on column audited_action.agency is 'The provider whose plan it belongs to';
comment on column audited_action.conforms is 'Whether what was recorded is what should have been done; null until somebody has looked';
comment on column audited_action.evidence_sufficient is 'Whether the evidence shows that it was done; null for an action that was withdrawn';
comment on column audited_action.impact_checked is 'Whether the check looked at what had been intended; null for an action that was withdrawn';
comment on column audited_action.words is 'Text from people';

create index action_closed on action ((coalesce(verified_at, withdrawn_at)), id);
