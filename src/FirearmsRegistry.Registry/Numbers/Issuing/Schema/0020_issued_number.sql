create table registry.issued_number (
    number text constraint issued_number_pkey primary key check (length(number) = 14),
    series_id uuid not null,
    running integer not null check (running between 1 and 9999999),
    -- The first running number of the numbers that were issued together with this one.
    issue_first integer not null,
    state text not null default 'reserved' check (state in ('reserved', 'applied', 'verified', 'void')),
    firearm_id uuid,
    mark_id uuid,
    issued_at timestamptz not null,
    issued_by text not null,
    reason text,
    version bigint not null default 1,
    constraint issued_number_running unique (series_id, running),
    check ((state = 'void') = (reason is not null)),
    check (state not in ('applied', 'verified') or (firearm_id is not null and mark_id is not null)));

create unique index issued_number_mark on registry.issued_number (mark_id) where mark_id is not null;
create index issued_number_firearm on registry.issued_number (firearm_id) where firearm_id is not null;
create index issued_number_void on registry.issued_number (series_id, running) where state = 'void';

-- A number is issued once and for ever: only its state moves on, and an arm or a mark once linked stays linked.
create function registry.keep_issued_number() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'issued numbers are never deleted' using errcode = 'integrity_constraint_violation';
    end if;
    if (new.number, new.series_id, new.running, new.issue_first, new.issued_at, new.issued_by)
        is distinct from (old.number, old.series_id, old.running, old.issue_first, old.issued_at, old.issued_by) then
        raise exception 'issued number % cannot be changed or issued again', old.number using errcode = 'integrity_constraint_violation';
    end if;
    if (old.firearm_id is not null and new.firearm_id is distinct from old.firearm_id)
        or (old.mark_id is not null and new.mark_id is distinct from old.mark_id) then
        raise exception 'issued number % belongs to another firearm or mark', old.number using errcode = 'integrity_constraint_violation';
    end if;
    if new.state = old.state then
        if (new.firearm_id, new.mark_id, new.reason) is distinct from (old.firearm_id, old.mark_id, old.reason) then
            raise exception 'issued number % is % already', old.number, old.state using errcode = 'integrity_constraint_violation';
        end if;
        new.version := old.version;
        return new;
    end if;
    if (old.state, new.state) not in (('reserved', 'applied'), ('applied', 'verified'),
        ('reserved', 'void'), ('applied', 'void'), ('verified', 'void')) then
        raise exception 'issued number % cannot go from % to %', old.number, old.state, new.state
            using errcode = 'integrity_constraint_violation';
    end if;
    new.version := old.version + 1;
    return new;
end
$$;

create trigger issued_number_kept before update or delete on registry.issued_number
    for each row execute function registry.keep_issued_number();
create trigger issued_number_not_emptied before truncate on registry.issued_number
    for each statement execute function registry.keep_issued_number();
