create table Note (id uuid primary key, version bigint not null, person_id uuid not null, agency text not null, colour integer not null);
create table seen (event_id uuid not null, note text not null);
