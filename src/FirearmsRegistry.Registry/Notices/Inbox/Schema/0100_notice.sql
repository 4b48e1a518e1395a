-- One row per notice, to a person or to everybody with a role. It names a record; it holds no personal data and no mark.
-- once_key: of several notices with the same key only the first is kept.
create table registry.notice (
    notice_id uuid primary key,
    kind text not null,
    occasion text not null,
    owner_subject text,
    owner_role text,
    resource_kind text not null,
    resource_path text not null,
    caused_by text,
    at timestamptz not null,
    once_key text constraint notice_once unique,
    constraint notice_has_one_owner check (num_nonnulls(owner_subject, owner_role) = 1));

create index notice_of_person on registry.notice (owner_subject, at, notice_id) where owner_subject is not null;
create index notice_of_role on registry.notice (owner_role, at, notice_id) where owner_role is not null;

create trigger notice_is_append_only before update or delete or truncate on registry.notice
    for each statement execute function registry.refuse_change();

-- Who has read which.
create table registry.notice_reading (
    notice_id uuid not null,
    subject text not null,
    read_at timestamptz not null,
    primary key (notice_id, subject));

create trigger notice_reading_is_append_only before update or delete or truncate on registry.notice_reading
    for each statement execute function registry.refuse_change();
