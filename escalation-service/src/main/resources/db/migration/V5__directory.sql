create table agency (
    code              text        primary key check (code ~ '^[A-Z][A-Z0-9-]{1,39}$'),
    version           bigint      not null,
    name              text        not null check (length(name) between 1 and 200),
    type              text        not null,
    identifiers       jsonb       not null,
    office_hours      jsonb       not null,
    active_until      timestamptz,
    changed_at        timestamptz not null,
    changed_by_agency text        not null,
    changed_by        text        not null
);
create index agency_type on agency (type, code);
comment on table agency is 'Organisations that work around people. Work contacts and no record of any person: every caller may read the directory';
comment on column agency.type is 'Code of the list agency-type';
comment on column agency.identifiers is 'What it is called elsewhere, [{system, value}]; ODS codes have up to 12 characters, police, charities and landlords may have none';
comment on column agency.office_hours is '{from, until} of a working day, Europe/London';
comment on column agency.active_until is 'Out of use from then on; nothing is deleted';
comment on column agency.changed_by is 'Subject of the token';

create table team (
    id                uuid        primary key,
    version           bigint      not null,
    agency            text        not null references agency (code),
    code              text        not null check (code ~ '^[A-Z][A-Z0-9-]{1,39}$'),
    name              text        not null check (length(name) between 1 and 200),
    routes            jsonb       not null check (jsonb_array_length(routes) > 0),
    settings          jsonb       check (jsonb_array_length(settings) > 0),
    active_until      timestamptz,
    changed_at        timestamptz not null,
    changed_by_agency text        not null,
    changed_by        text        not null,
    unique (agency, code)
);
comment on table team is 'Teams of agencies';
comment on column team.routes is 'Routes of escalations that it answers, codes of the list escalation-route';
comment on column team.settings is 'Settings it answers for; null for all';

create table contact (
    id                uuid        primary key,
    version           bigint      not null,
    team_id           uuid        not null references team (id),
    code              text        not null check (code ~ '^[A-Z][A-Z0-9-]{1,39}$'),
    name              text        not null check (length(name) between 1 and 200),
    job_title         text        check (length(job_title) <= 200),
    points            jsonb       not null check (jsonb_array_length(points) > 0),
    hours             text        not null check (hours in ('IN_HOURS', 'OUT_OF_HOURS', 'ALWAYS')),
    emergency         boolean     not null,
    active_until      timestamptz,
    changed_at        timestamptz not null,
    changed_by_agency text        not null,
    changed_by        text        not null,
    unique (team_id, code)
);
comment on table contact is 'Somebody, or a desk, of a team that can be reached at work';
comment on column contact.points is 'Ways to reach them, [{kind, value}], in the order in which to try them in office hours; telephone numbers in E.164';
comment on column contact.hours is 'When they answer at all, whatever the rota says';
comment on column contact.emergency is 'To be tried in an emergency when nobody is on call';

create table rota (
    team_id           uuid        primary key references team (id),
    version           bigint      not null,
    shifts            jsonb       not null,
    overrides         jsonb       not null,
    changed_at        timestamptz not null,
    changed_by_agency text        not null,
    changed_by        text        not null
);
comment on table rota is 'When each contact of a team covers which tier';
comment on column rota.shifts is 'Each week by the clock on the wall in Europe/London; contacts by their code';
comment on column rota.overrides is 'For once: a contact in place of a shift or beside it, or nobody and why';

create table directory_change (
    id                uuid        primary key,
    agency            text        not null references agency (code),
    path              text        not null,
    version           bigint      not null,
    content           jsonb       not null,
    changed_at        timestamptz not null,
    changed_by_agency text        not null,
    changed_by        text        not null,
    unique (path, version)
);
create index directory_change_agency on directory_change (agency, id desc);
create index directory_change_path on directory_change (agency, path, id desc);
comment on table directory_change is 'What each entry of the directory said from when on, so that nothing overwritten is lost. Append only. The journal is of persons, and this is of none';
comment on column directory_change.path is 'The entry, as callers name it';
comment on column directory_change.content is 'As it was sent';

create function directory_change_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the history of the directory is append only' using errcode = 'restrict_violation';
end $$;
create trigger directory_changes_stay before update or delete on directory_change
    for each row execute function directory_change_is_append_only();
create trigger directory_history_stays before truncate on directory_change
    for each statement execute function directory_change_is_append_only();
