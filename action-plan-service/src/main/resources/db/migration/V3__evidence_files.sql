create table evidence_file (
    id          uuid        primary key,
    version     bigint      not null,
    person_id   uuid        not null,
    agency      text        not null,
    name        text        not null check (length(name) between 1 and 200),
    media_type  text        not null,
    bytes       bigint      not null check (bytes > 0),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_at timestamptz not null,
    uploaded_by text        not null
);
comment on table evidence_file is 'A file that shows that something was done; its content is in the evidence store under the id, and never changes';
comment on column evidence_file.agency is 'The agency that uploaded it';
comment on column evidence_file.name is 'As given by who uploaded it: text from people';
comment on column evidence_file.media_type is 'Declared by who uploaded it and found in the content';
comment on column evidence_file.sha256 is 'Hash of the content as it came in, in hexadecimal';
comment on column evidence_file.uploaded_by is 'Subject of the token';
