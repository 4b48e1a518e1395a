-- Every document of another State that was accepted, once, with the receipt that was given for it. Written in the transaction of what the
-- document did; kept for ever, so that a replay after years is known for one.
create table registry.exchange_inbox (
    document_id uuid not null,
    sender text not null,
    digest bytea not null,
    kind text not null,
    trace_request_id uuid not null,
    received_at timestamptz not null,
    channel text not null,
    signed_text bytea not null,
    receipt text not null,
    primary key (sender, document_id));

create index exchange_inbox_by_request on registry.exchange_inbox (trace_request_id, received_at);

create trigger exchange_inbox_is_append_only before update or delete or truncate on registry.exchange_inbox
    for each statement execute function registry.refuse_change();
