create function registry.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

create table registry.access_log (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    subject text not null,
    issuer text not null,
    client_id text,
    reason text,
    case_reference text,
    action text not null,
    criteria jsonb not null,
    record_ids uuid[] not null);

create index access_log_at on registry.access_log (at);
create index access_log_subject on registry.access_log (subject, at);

create trigger access_log_is_append_only before update or delete or truncate on registry.access_log
    for each statement execute function registry.refuse_change();
