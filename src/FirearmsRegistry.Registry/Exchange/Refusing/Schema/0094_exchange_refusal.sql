-- What was refused at the door of the exchange: by which name, from whom it claimed to be, and nothing of its content.
create table registry.exchange_refusal (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    refusal text not null,
    claimed_state text,
    channel text not null,
    subject text);

create index exchange_refusal_at on registry.exchange_refusal (at);

create trigger exchange_refusal_is_append_only before update or delete or truncate on registry.exchange_refusal
    for each statement execute function registry.refuse_change();
