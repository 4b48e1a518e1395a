-- number_needed: it looks like another arm and still needs a national number; kept by the events.
alter table registry.firearm_identity add column number_needed boolean not null default false;

do $$
begin
    if to_regclass('registry.mt_doc_firearmdetails') is not null then
        update registry.firearm_identity identity set number_needed = true
        from registry.mt_doc_firearmdetails arm
        where arm.id = identity.firearm_id and arm.data @> '{"nationalNumberNeeded": true}';
    end if;
end $$;

create index firearm_identity_number_needed on registry.firearm_identity (firearm_id) where number_needed;
