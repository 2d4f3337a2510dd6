-- What trends count and search finds, as columns and indexes of their own.
create function codes_of(list jsonb, path jsonpath) returns text[] language sql immutable parallel safe as $$
    select case when list is not null then
        array(select distinct code #>> '{}' from jsonb_path_query(list, path) as found (code) order by 1) end
$$;
comment on function codes_of is 'The different codes at the path of a list; null when the list is null';

create function joined(codes text[]) returns text language sql immutable parallel safe as $$
    select case when codes is not null then array_to_string(array(select distinct unnest(codes) order by 1), ',') end
$$;
comment on function joined is 'The different codes, in order, as one text; empty for none, null for null';

-- The pattern leaves out what is a code, a number or a time. The limit keeps a record that is all text within what
-- a tsvector can hold (1 MB).
create function texts_of(list jsonb) returns text language sql immutable parallel safe as $$
    select left(string_agg(text #>> '{}', ' '), 20000)
    from jsonb_path_query(list, 'strict $.** ? (@.type() == "string" && !(@ like_regex "^[A-Z0-9_:.-]+$"))')
        as found (text)
$$;
comment on function texts_of is 'What people wrote anywhere in a list, the first 20,000 characters of it';

alter table incident
    add column happened_month     date generated always as
        (date_trunc('month', happened_at at time zone 'Europe/London')::date) stored,
    add column antecedents_joined text generated always as (joined(antecedent_codes)) stored,
    add column allegations_joined text generated always as (joined(codes_of(allegations, '$[*].type'))) stored,
    add column allegation_types   text[] generated always as (codes_of(allegations, '$[*].type')) stored,
    add column allegation_sources text[] generated always as (codes_of(allegations, '$[*].source')) stored,
    add column restrictive_types  text[] generated always as (codes_of(restrictive_interventions, '$[*].type')) stored,
    add column words              tsvector generated always as (to_tsvector('english',
        coalesce(setting_events, '') || ' ' || coalesce(antecedents, '') || ' ' || coalesce(early_signs, '') || ' '
        || coalesce(behaviour, '') || ' ' || coalesce(staff_response, '') || ' ' || coalesce(consequences, '') || ' '
        || coalesce(recovery, '') || ' ' || coalesce(texts_of(proactive_strategies), '') || ' '
        || coalesce(texts_of(de_escalation_steps), '') || ' ' || coalesce(texts_of(people_involved), '') || ' '
        || coalesce(texts_of(immediate_safety_actions), '') || ' '
        || coalesce(texts_of(restrictive_interventions), '') || ' ' || coalesce(texts_of(missed_support), '') || ' '
        || coalesce(texts_of(body_map), '') || ' ' || coalesce(texts_of(external_references), ''))) stored;
comment on column incident.happened_month is 'First day of the month it happened in by the clock on the wall, Europe/London';
comment on column incident.antecedents_joined is 'The antecedents as one text, which an index can keep small and sorted';
comment on column incident.allegations_joined is 'The types of risk alleged as one text, which an index can keep small and sorted';
comment on column incident.allegation_types is 'Types of risk alleged; null is not yet recorded';
comment on column incident.allegation_sources is 'Sources of risk alleged; null is not yet recorded';
comment on column incident.restrictive_types is 'Types of restrictive intervention used; null is not yet recorded';
comment on column incident.words is 'What people wrote, for full-text search in English';

-- Trends are counted from these indexes alone. Those of a provider's months are sorted as they are grouped by, so that
-- a million rows are counted as they are read; equal keys are stored once. The person is for the access predicate.
create index incident_months_facts on incident
    (agency, happened_month, severity, kind, location, early_intervention_used, person_id) where counted;
create index incident_months_codes on incident
    (agency, happened_month, antecedents_joined, allegations_joined, person_id) where counted;
create index incident_months_places on incident (agency, happened_month, person_id, setting_id) where counted;
create index incident_months_restrictions on incident (agency, happened_month) include (person_id, restrictive_minutes)
    where counted and restrictive_minutes > 0;
create index incident_weeks_setting on incident (agency, setting_id, happened_local)
    include (person_id, severity, kind, location, early_intervention_used, restrictive_minutes,
        antecedents_joined, allegations_joined) where counted;
create index incident_weeks_person on incident (person_id, happened_local)
    include (agency, setting_id, severity, kind, location, early_intervention_used, restrictive_minutes,
        antecedents_joined, allegations_joined) where counted;

-- Search: the newest first, whatever it is filtered by.
create index incident_order on incident (happened_at desc, id desc);
create index incident_location on incident (location, happened_at desc, id desc);
create index incident_severity on incident (severity, happened_at desc, id desc);
create index incident_physical_harm on incident (physical_harm, happened_at desc, id desc);
create index incident_psychological_harm on incident (psychological_harm, happened_at desc, id desc);
create index incident_recorded_by on incident (recorded_by, happened_at desc, id desc);
create index incident_police on incident (police_involved, happened_at desc, id desc);
create index incident_property on incident (property_damaged, happened_at desc, id desc);
create index incident_threat on incident (others_threatened, happened_at desc, id desc);
create index incident_medication on incident (medication_involved, happened_at desc, id desc);
create index incident_antecedents on incident using gin (antecedent_codes);
create index incident_allegation_types on incident using gin (allegation_types);
create index incident_allegation_sources on incident using gin (allegation_sources);
create index incident_restrictive_types on incident using gin (restrictive_types);
create index incident_words on incident using gin (words);
