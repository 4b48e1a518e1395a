-- The private halves of the keys that sign documents for other States, wrapped by the data-protection key ring. Their public halves and
-- their times are in the events.
create table registry.exchange_key (
    exchange_key_id uuid primary key,
    wrapped bytea not null,
    made_at timestamptz not null);

create trigger exchange_key_is_append_only before update or delete or truncate on registry.exchange_key
    for each statement execute function registry.refuse_change();
