-- A provider that is no side of a referral does not read what others write about providers.

alter table referral add column about_provider boolean not null generated always as (
    source @? '$.incidents[*].facts.allegationSource[*] ? (@ == "SERVICE_PROVIDER")') stored;
comment on column referral.about_provider is 'A service provider is said to have caused what it follows from';
