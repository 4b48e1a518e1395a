-- Every attempt at a delivery, in order: when, what came of it, and the HTTP status of the answer where there was one.
create table registry.webhook_attempt (
    position bigint generated always as identity primary key,
    delivery_id uuid not null,
    at timestamptz not null,
    outcome text not null,
    status integer);

create index webhook_attempt_of on registry.webhook_attempt (delivery_id, position);

-- Of deliveries before this table the last attempt is known where it was taken.
insert into registry.webhook_attempt (delivery_id, at, outcome, status)
select delivery_id, delivered_at, last_outcome, last_status from registry.webhook_delivery where delivered_at is not null order by position;

create trigger webhook_attempt_is_append_only before update or delete or truncate on registry.webhook_attempt
    for each statement execute function registry.refuse_change();

create index webhook_delivery_of on registry.webhook_delivery (webhook_id, position desc);
