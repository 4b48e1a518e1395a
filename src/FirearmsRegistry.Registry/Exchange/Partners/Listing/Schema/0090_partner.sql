-- One row per national point of contact, kept by the events: of several for one State only one is active.
create table registry.partner (
    partner_id uuid primary key,
    country text not null,
    active boolean not null default true);

create unique index partner_one_active_per_country on registry.partner (country) where active;
