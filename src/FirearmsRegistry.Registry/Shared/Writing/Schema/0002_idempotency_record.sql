create table registry.idempotency_record (
    key bytea constraint idempotency_record_pkey primary key,
    body_hash bytea not null,
    created boolean not null,
    location text not null,
    record_id uuid not null,
    version bigint not null,
    recorded_at timestamptz not null);

create index idempotency_record_recorded_at on registry.idempotency_record (recorded_at);
