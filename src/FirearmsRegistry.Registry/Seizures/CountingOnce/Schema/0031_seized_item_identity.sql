-- By what a seized arm may be the same as another one: the registered arm that it is, and who made which model where.
create table registry.seized_item_identity (
    item_id uuid primary key,
    firearm_id uuid,
    maker_key text,
    country text,
    model_key text);

create index seized_item_identity_firearm on registry.seized_item_identity (firearm_id) where firearm_id is not null;

-- Its makers' numbers as read, or as read after a restoration, by their folded key.
create table registry.seized_item_serial (
    item_id uuid not null,
    serial_folded text not null,
    restored boolean not null,
    primary key (item_id, serial_folded, restored));

create index seized_item_serial_folded on registry.seized_item_serial (serial_folded);
