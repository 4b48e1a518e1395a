-- What candidates are compared by besides maker, model and country.
alter table registry.firearm_identity add column calibre text;
alter table registry.firearm_identity add column year integer;

-- The transaction that wrote a row last. Each server reads what changed since it last looked, from the oldest transaction that was
-- still running then: so none is missed that commits late.
alter table registry.firearm_identity add column changed_xid xid8 not null default pg_current_xact_id();
alter table registry.firearm_mark add column changed_xid xid8 not null default pg_current_xact_id();
create index firearm_identity_changed on registry.firearm_identity (changed_xid);
create index firearm_mark_changed on registry.firearm_mark (changed_xid);
