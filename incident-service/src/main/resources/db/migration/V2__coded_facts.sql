-- Facts that trends, search and later patterns count by, each in a column of its own.
alter table incident
    add column antecedent_codes         text[],
    add column early_intervention_used  boolean,
    add column restrictive_minutes      integer not null default 0 check (restrictive_minutes >= 0),
    add column missed_support           jsonb,
    add column body_map                 jsonb,
    add column external_references      jsonb,
    add column cqc_notification         jsonb,
    add column withdrawn_at             timestamptz,
    add column duplicate_of             uuid references incident (id),
    add column severity                 text generated always as (
        case
            when physical_harm = 'FATAL' then 'FATAL'
            when 'SEVERE' in (physical_harm, psychological_harm) then 'SEVERE'
            when 'MODERATE' in (physical_harm, psychological_harm) then 'MODERATE'
            when 'LOW' in (physical_harm, psychological_harm) then 'LOW'
            when 'NONE' in (physical_harm, psychological_harm) then 'NONE'
            else 'NOT_RECORDED'
        end) stored,
    add column happened_local           timestamp generated always as (happened_at at time zone 'Europe/London') stored,
    add column counted                  boolean generated always as (withdrawn_at is null and duplicate_of is null) stored,
    add check (duplicate_of <> id);
create index incident_duplicates on incident (duplicate_of) where duplicate_of is not null;
comment on column incident.antecedent_codes is 'Codes of the list antecedent; null is not yet recorded';
comment on column incident.early_intervention_used is 'Whether anything proactive was tried before it came to a reaction; null is not yet recorded';
comment on column incident.restrictive_minutes is 'Minutes of restrictive intervention, summed over all of them';
comment on column incident.severity is 'The worse of physical and psychological harm';
comment on column incident.happened_local is 'When it happened by the clock on the wall, Europe/London';
comment on column incident.counted is 'Whether it counts in trends: not withdrawn and not a duplicate of another';
