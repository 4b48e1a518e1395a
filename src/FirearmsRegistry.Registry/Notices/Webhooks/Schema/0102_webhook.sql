-- Which kinds of notice a webhook is told of, and whether anything is sent to it; kept by the events. One that ended has no row.
create table registry.webhook (
    webhook_id uuid primary key,
    kinds text[] not null,
    enabled boolean not null);

-- The key that its deliveries are signed with, as ciphertext of the key ring; gone when the webhook ends. Whoever sends holds a lock on the row.
create table registry.webhook_secret (
    webhook_id uuid primary key,
    protected_secret bytea not null);

-- One row per notice and webhook, sent in the order of position. due_at: when next, null where that is over.
create table registry.webhook_delivery (
    delivery_id uuid primary key,
    position bigint generated always as identity,
    webhook_id uuid not null,
    notice_id uuid not null,
    due_at timestamptz,
    attempts integer not null default 0,
    last_outcome text,
    last_status integer,
    delivered_at timestamptz);

create index webhook_delivery_waiting on registry.webhook_delivery (webhook_id, position) where due_at is not null;
