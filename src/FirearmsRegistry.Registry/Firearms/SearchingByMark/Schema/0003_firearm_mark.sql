-- What a firearm is, as far as searches narrow by it; one row per firearm.
-- alert: lost, stolen or unlawfully_transferred while a report is open.
create table registry.firearm_identity (
    firearm_id uuid primary key,
    maker text,
    maker_key text,
    model text,
    model_key text,
    country text,
    alert text);

-- One row per mark of a firearm: the text as marked, and the keys beside it; a further one for what a laboratory read of it.
create table registry.firearm_mark (
    mark_id uuid not null,
    firearm_id uuid not null,
    kind text not null,
    component text not null,
    text text not null,
    text_exact text not null,
    text_folded text not null,
    serial text,
    serial_exact text,
    serial_folded text,
    restored boolean not null default false,
    voided boolean not null default false,
    primary key (mark_id, restored));

create index firearm_mark_firearm on registry.firearm_mark (firearm_id);
create index firearm_mark_text_exact on registry.firearm_mark (text_exact);
create index firearm_mark_text_folded on registry.firearm_mark (text_folded);
create index firearm_mark_serial_exact on registry.firearm_mark (serial_exact);
create index firearm_mark_serial_folded on registry.firearm_mark (serial_folded);
