-- The record as evidence: every version is kept, the incident's own columns say how it stands now.
alter table incident
    add column status                 text        not null default 'RECORDED'
        check (status in ('RECORDED', 'RETURNED', 'SIGNED_OFF', 'WITHDRAWN')),
    add column number                 integer     not null default 1 check (number > 0),
    add column changed_at             timestamptz,
    add column drafted_by             text[]      not null default '{}',
    add column withdrawn_by           text,
    add column withdrawal_reason_code text,
    add column withdrawal_reason      text,
    add check ((status = 'WITHDRAWN') = (withdrawn_at is not null)),
    add check ((withdrawn_at is null) = (withdrawal_reason is null));
update incident set changed_at = recorded_at;
update incident set missed_support =
    case when support_refused then '[{"support": "OTHER", "why": "REFUSED"}]'::jsonb else '[]'::jsonb end
where support_refused is not null and missed_support is null;
alter table incident alter column changed_at set not null;
create index incident_status on incident (status, happened_at desc, id desc);
comment on table incident is 'An incident''s record as it stands now; as it stood before is in incident_version. In every optional column null means not yet recorded; an empty list means none';
comment on column incident.status is 'Set by transitions only, to filter by: withdrawn, or what the review of the latest version came to';
comment on column incident.number is 'Number of the latest version';
comment on column incident.changed_at is 'When anything was last added to the record or decided about it';
comment on column incident.drafted_by is 'Subjects of the tokens of all who wrote the draft it was submitted from';
comment on column incident.support_refused is 'Whether any support was refused; follows from missed_support';

create table incident_version (
    id          uuid        primary key,
    version     bigint      not null,
    person_id   uuid        not null,
    agency      text        not null,
    incident_id uuid        not null references incident (id),
    number      integer     not null check (number > 0),
    cause       text        not null check (cause in ('RECORDED', 'ADDENDUM', 'CORRECTION')),
    reason      text        check (cause = 'RECORDED' or reason is not null),
    text        text,
    content     jsonb       not null,
    changed     text[]      not null,
    recorded_at timestamptz not null,
    author      text        not null,
    unique (incident_id, number)
);
comment on table incident_version is 'Every version of every record, whole. Append only';
comment on column incident_version.text is 'What an addendum adds in words';
comment on column incident_version.content is 'The record as it stood from then on';
comment on column incident_version.changed is 'Names of the fields that differ from the version before';
comment on column incident_version.author is 'Subject of the token of whoever recorded, added or corrected';

insert into incident_version (id, version, person_id, agency, incident_id, number, cause, content, changed, recorded_at, author)
select gen_random_uuid(), 0, person_id, agency, id, 1, 'RECORDED',
       jsonb_build_object(
           'personId', person_id, 'settingId', setting_id, 'kind', kind, 'location', location,
           'happenedAt', happened_at, 'endedAt', ended_at,
           'physicalHarm', physical_harm, 'psychologicalHarm', psychological_harm,
           'settingEvents', setting_events, 'antecedents', antecedents, 'earlySigns', early_signs,
           'behaviour', behaviour, 'staffResponse', staff_response, 'consequences', consequences,
           'recovery', recovery, 'proactiveStrategies', proactive_strategies,
           'deEscalationSteps', de_escalation_steps, 'peopleInvolved', people_involved,
           'immediateSafetyActions', immediate_safety_actions, 'allegations', allegations,
           'restrictiveInterventions', restrictive_interventions, 'missedSupport', missed_support,
           'policeInvolved', police_involved, 'propertyDamaged', property_damaged,
           'othersThreatened', others_threatened, 'medicationInvolved', medication_involved),
       '{}', recorded_at, recorded_by
from incident;

create table documentation_standard (
    id           uuid        primary key,
    agency       text,
    number       integer     not null check (number > 0),
    content      jsonb       not null,
    published_at timestamptz not null,
    published_by text        not null
);
create unique index documentation_standard_number on documentation_standard (coalesce(agency, ''), number);
create index documentation_standard_agency on documentation_standard (agency, id desc);
comment on table documentation_standard is 'What a record must say before it is signed off; the highest number of an agency is in force. Append only';
comment on column documentation_standard.agency is 'The provider whose own it is; null is the one that comes with the product';

create table incident_review (
    id            uuid        primary key,
    version       bigint      not null,
    person_id     uuid        not null,
    agency        text        not null,
    incident_id   uuid        not null references incident (id),
    number        integer     not null,
    decision      text        not null check (decision in ('SIGN_OFF', 'RETURN')),
    outcome       text        not null check (outcome in ('SIGNED_OFF', 'RETURNED')),
    comment       text        not null,
    missing       jsonb       not null,
    standard_id   uuid        not null references documentation_standard (id),
    reviewed_at   timestamptz not null,
    reviewed_by   text        not null
);
create index incident_review_incident on incident_review (incident_id, reviewed_at);
comment on table incident_review is 'Supervisors'' reviews of a record. Append only';
comment on column incident_review.number is 'Number of the version that was reviewed';
comment on column incident_review.missing is 'Which fields are to be completed and why';

create function evidence_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger incident_version_rows_stay before update or delete on incident_version
    for each row execute function evidence_is_append_only();
create trigger incident_version_stays before truncate on incident_version
    for each statement execute function evidence_is_append_only();
create trigger incident_review_rows_stay before update or delete on incident_review
    for each row execute function evidence_is_append_only();
create trigger incident_review_stays before truncate on incident_review
    for each statement execute function evidence_is_append_only();
create trigger documentation_standard_rows_stay before update or delete on documentation_standard
    for each row execute function evidence_is_append_only();
create trigger documentation_standard_stays before truncate on documentation_standard
    for each statement execute function evidence_is_append_only();

create table correction_request (
    id                  uuid        primary key,
    version             bigint      not null,
    person_id           uuid        not null,
    agency              text        not null,
    incident_id         uuid        not null references incident (id),
    reason              text        not null,
    what_is_wrong       text        not null,
    proposed            jsonb,
    requested_at        timestamptz not null,
    requested_by        text        not null,
    requested_by_agency text        not null,
    accepted            boolean,
    answer_reason       text,
    answered_at         timestamptz,
    answered_by         text,
    number              integer,
    check ((accepted is null) = (answered_at is null) and (accepted is null) = (answer_reason is null)),
    check (number is null or accepted)
);
create index correction_request_incident on correction_request (incident_id, requested_at);
comment on table correction_request is 'Requests to correct a record, with their answers';
comment on column correction_request.agency is 'Agency whose record is to be corrected';
comment on column correction_request.proposed is 'The fields as they should be, where the requester says so';
comment on column correction_request.number is 'Number of the version that the correction made';

create table duplicate_link (
    id             uuid        primary key,
    version        bigint      not null,
    person_id      uuid        not null,
    agency         text        not null,
    incident_id    uuid        not null references incident (id),
    duplicate_of   uuid        not null references incident (id),
    reason         text        not null,
    linked_at      timestamptz not null,
    linked_by      text        not null,
    removal_reason text,
    removed_at     timestamptz,
    removed_by     text,
    check (incident_id <> duplicate_of),
    check ((removed_at is null) = (removal_reason is null))
);
create unique index duplicate_link_live on duplicate_link (incident_id) where removed_at is null;
create index duplicate_link_incident on duplicate_link (incident_id);
create index duplicate_link_target on duplicate_link (duplicate_of);
comment on table duplicate_link is 'Which records were found to be second records of another incident, and since when, and until when';

create table incident_draft (
    id              uuid        primary key,
    version         bigint      not null,
    agency          text        not null,
    person_id       uuid,
    setting_id      text,
    content         jsonb       not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    written_at      timestamptz not null,
    writers         text[]      not null,
    submitted_at    timestamptz,
    submitted_by    text,
    incident_id     uuid        references incident (id),
    discarded_at    timestamptz,
    discarded_by    text,
    discard_reason  text,
    check ((submitted_at is null) = (incident_id is null)),
    check ((discarded_at is null) = (discard_reason is null)),
    check (submitted_at is null or discarded_at is null)
);
create index incident_draft_open on incident_draft (agency, id desc)
    where submitted_at is null and discarded_at is null;
create index incident_draft_person on incident_draft (agency, person_id, id desc)
    where submitted_at is null and discarded_at is null;
create index incident_draft_setting on incident_draft (agency, setting_id, id desc)
    where submitted_at is null and discarded_at is null;
create index incident_draft_author on incident_draft (agency, created_by, id desc)
    where submitted_at is null and discarded_at is null;
comment on table incident_draft is 'Records still being written, private to the agency that writes them';
comment on column incident_draft.content is 'What has been written so far: an incident''s record with parts not yet there';
comment on column incident_draft.writers is 'Subjects of the tokens of all who wrote it';
