-- The key under which a party's personal data are ciphertext in the events, wrapped by the data-protection key ring.
-- Not a read model: never rebuilt, never emptied. A lawful erasure sets wrapped_key to null, for good.
create table registry.person_key (
    party_id uuid primary key,
    wrapped_key bytea,
    created_at timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped_key is null) = (destroyed_at is not null)));

create function registry.keep_key_destroyed() returns trigger language plpgsql as $$
begin
    raise exception 'a person key is destroyed for good and never deleted' using errcode = 'restrict_violation';
end $$;

create trigger person_key_is_destroyed_for_good before update on registry.person_key
    for each row when (old.destroyed_at is not null) execute function registry.keep_key_destroyed();

create trigger person_key_is_never_deleted before delete or truncate on registry.person_key
    for each statement execute function registry.keep_key_destroyed();
