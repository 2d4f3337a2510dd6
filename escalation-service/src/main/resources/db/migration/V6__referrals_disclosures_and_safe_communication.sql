create sequence referral_reference;

create table referral (
    id                    uuid        primary key,
    version               bigint      not null,
    person_id             uuid        not null,
    agency                text        not null,
    reference             text        not null unique,
    recipient_agency      text        not null check (recipient_agency <> agency),
    purpose               text        not null,
    purpose_in_words      text,
    concern               text,
    background            text,
    what_is_asked         text,
    what_the_person_wants text,
    why_not_asked         text,
    source                jsonb       not null,
    drafted_at            timestamptz not null,
    drafted_by            text        not null,
    consent               text,
    consent_on            date,
    consent_explanation   text,
    basis_lawful          text        check (basis_lawful in ('a', 'b', 'c', 'd', 'e', 'ea', 'f')),
    basis_condition       text,
    basis_reason          text,
    route                 text,
    withheld_reason       text,
    disclosure_id         uuid,
    sent_at               timestamptz,
    respond_by            timestamptz,
    question_asked_at     timestamptz,
    chases                integer     not null default 0 check (chases >= 0),
    chased_at             timestamptz,
    received_at           timestamptz,
    accepted_at           timestamptz,
    rejected_at           timestamptz,
    rejection_reason      text,
    begun_at              timestamptz,
    held_until            date,
    completed_at          timestamptz,
    outcome               text,
    feedback_read_at      timestamptz check (feedback_read_at is null or completed_at is not null),
    cancelled_at          timestamptz,
    entered_in_error_at   timestamptz,
    status                text        not null check (status in (
        'DRAFT', 'REQUESTED', 'RECEIVED', 'ACCEPTED', 'REJECTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED',
        'CANCELLED', 'ENTERED_IN_ERROR')),
    changed_at            timestamptz not null,
    -- what is sent says why, what is asked and what the person wants, and on which grounds it is shared
    check (sent_at is null or (concern is not null and what_is_asked is not null and respond_by is not null
        and route is not null and num_nonnulls(what_the_person_wants, why_not_asked) > 0)),
    check (sent_at is null or purpose <> 'OTHER' or purpose_in_words is not null),
    check (sent_at is null or consent in ('GIVEN', 'GIVEN_WITH_LIMITATIONS', 'LACKS_CAPACITY_BEST_INTERESTS')
        or (basis_lawful is not null and basis_condition is not null and basis_reason is not null)),
    check (sent_at is null or consent is null or consent_on is not null),
    check (sent_at is not null or num_nonnulls(received_at, accepted_at, rejected_at, completed_at, question_asked_at) = 0),
    check (accepted_at is null or rejected_at is null),
    check (completed_at is null or accepted_at is not null),
    check ((rejected_at is null) = (rejection_reason is null)),
    check ((completed_at is null) = (outcome is null)),
    check ((status = 'DRAFT') = (num_nonnulls(sent_at, cancelled_at, entered_in_error_at) = 0))
);
-- an agency is asked for one thing about a person once at a time, whoever asks
create unique index referral_live_once on referral (person_id, recipient_agency, purpose)
    where status in ('REQUESTED', 'RECEIVED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD');
create index referral_person on referral (person_id, id desc);
create index referral_sender on referral (agency, id desc);
create index referral_recipient on referral (recipient_agency, id desc);
create index referral_status on referral (status, id desc);
create index referral_purpose on referral (purpose, id desc);
create index referral_awaited on referral (respond_by)
    where status in ('REQUESTED', 'RECEIVED') and question_asked_at is null;
comment on table referral is 'One agency asks another for something for a person; private to the sender until sent';
comment on column referral.agency is 'Agency that refers';
comment on column referral.source is 'Coded facts of the incidents or the escalation it follows from, as they stood when it was begun';
comment on column referral.concern is 'Written by people, as the other words here: never logged, never on the bus';
comment on column referral.consent is 'What the person said to sharing; with basis_*, the grounds on which it was sent';
comment on column referral.disclosure_id is 'Its entry in the ledger';
comment on column referral.respond_by is 'When it should be accepted or rejected';
comment on column referral.question_asked_at is 'Since when the recipient waits for information; no answer is awaited meanwhile';
comment on column referral.held_until is 'Last day of its rest, Europe/London';
comment on column referral.status is 'Set by transitions only, to filter by; follows from the times';

create table referral_thread (
    id          uuid        primary key,
    referral_id uuid        not null references referral (id),
    at          timestamptz not null,
    kind        text        not null,
    agency      text        not null,
    user_id     text        not null,
    roles       text[]      not null,
    code        text,
    words       text,
    until_day   date,
    check ((kind = 'HELD') = (until_day is not null)),
    check (kind not in ('REJECTED', 'INFORMATION_REQUESTED', 'INFORMATION_GIVEN', 'PROGRESSED', 'COMPLETED', 'FEEDBACK',
        'ENTERED_IN_ERROR') or words is not null)
);
create index referral_thread_referral on referral_thread (referral_id, id);
comment on table referral_thread is 'What both sides did and said about a referral, in order. Append only';
comment on column referral_thread.agency is 'Agency that did it; SYSTEM for a clock';
comment on column referral_thread.code is 'Why, or what it came to; from the list that belongs to the kind';

create table disclosure (
    id                  uuid        primary key,
    version             bigint      not null,
    person_id           uuid        not null,
    agency              text        not null,
    recipient_agency    text,
    recipient_name      text,
    content             text[]      not null check (cardinality(content) > 0),
    records             jsonb       not null,
    purpose             text        not null,
    consent             text,
    consent_on          date        check (consent is null or consent_on is not null),
    consent_explanation text,
    basis_lawful        text        check (basis_lawful in ('a', 'b', 'c', 'd', 'e', 'ea', 'f')),
    basis_condition     text,
    basis_reason        text,
    route               text        not null,
    withheld_reason     text,
    told_by             text        not null,
    told_by_roles       text[]      not null,
    told_at             timestamptz not null,
    recorded_at         timestamptz not null,
    check (num_nonnulls(recipient_agency, recipient_name) = 1),
    check (consent in ('GIVEN', 'GIVEN_WITH_LIMITATIONS', 'LACKS_CAPACITY_BEST_INTERESTS')
        or (basis_lawful is not null and basis_condition is not null and basis_reason is not null))
);
create index disclosure_told on disclosure (told_at desc, id desc);
create index disclosure_person on disclosure (person_id, told_at desc, id desc);
create index disclosure_agency on disclosure (agency, told_at desc, id desc);
create index disclosure_recipient on disclosure (recipient_agency, told_at desc, id desc);
create index disclosure_purpose on disclosure (purpose, told_at desc, id desc);
comment on table disclosure is 'The ledger: who was told what about whom, what for, on which grounds and how. Append only';
comment on column disclosure.agency is 'Agency that told it';
comment on column disclosure.recipient_name is 'Who was told, where they have no code of an agency';
comment on column disclosure.records is 'Records that were shared: kind and id';
comment on column disclosure.basis_reason is 'Written by people, as the other words here: never logged, never on the bus';
comment on column disclosure.withheld_reason is 'Why the person''s own view leaves it out; null when it does not';
comment on column disclosure.told_by is 'Subject of the token that told or recorded it; SYSTEM for a rule or a clock';

create table disclosure_response (
    id            uuid        primary key,
    disclosure_id uuid        not null references disclosure (id),
    response      text        not null,
    words         text,
    came_at       timestamptz not null,
    agency        text        not null,
    recorded_by   text        not null,
    recorded_at   timestamptz not null
);
create index disclosure_response_disclosure on disclosure_response (disclosure_id, id);
comment on table disclosure_response is 'What came back on a disclosure. Append only';
comment on column disclosure_response.agency is 'Agency that wrote it down';

create function disclosed_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger referral_thread_rows_stay before update or delete on referral_thread
    for each row execute function disclosed_is_append_only();
create trigger referral_thread_stays before truncate on referral_thread
    for each statement execute function disclosed_is_append_only();
create trigger disclosure_rows_stay before update or delete on disclosure
    for each row execute function disclosed_is_append_only();
create trigger disclosure_stays before truncate on disclosure
    for each statement execute function disclosed_is_append_only();
create trigger disclosure_response_rows_stay before update or delete on disclosure_response
    for each row execute function disclosed_is_append_only();
create trigger disclosure_response_stays before truncate on disclosure_response
    for each statement execute function disclosed_is_append_only();

create table safe_communication (
    id             uuid        primary key,
    version        bigint      not null,
    person_id      uuid        not null,
    agency         text        not null,
    number         integer     not null check (number > 0),
    discreet       boolean     not null,
    avoid_kinds    text[]      not null,
    avoid_agencies text[]      not null,
    avoid_contacts uuid[]      not null,
    instructions   text,
    reason         text        not null,
    review_on      date        not null,
    arranged_at    timestamptz not null,
    arranged_by    text        not null,
    replaced_at    timestamptz,
    unique (person_id, number),
    check (review_on <= (arranged_at at time zone 'Europe/London')::date + interval '12 months')
);
create unique index safe_communication_in_force on safe_communication (person_id) where replaced_at is null;
create index safe_communication_versions on safe_communication (person_id, id desc);
comment on table safe_communication is 'How others are told of a person without putting anybody at risk; every version, one in force';
comment on column safe_communication.agency is 'Agency that arranged this version';
comment on column safe_communication.number is 'Counts the person''s versions';
comment on column safe_communication.avoid_agencies is 'Agencies that are told nothing';
comment on column safe_communication.avoid_contacts is 'Contacts of the directory who are told nothing';
comment on column safe_communication.instructions is 'For people who call or write: never in notices, never logged, never on the bus';
