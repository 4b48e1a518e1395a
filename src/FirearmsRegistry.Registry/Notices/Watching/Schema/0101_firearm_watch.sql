-- One row per watch that was not ended, kept by the events; counts until ends_at.
create table registry.firearm_watch (
    watch_id uuid primary key,
    firearm_id uuid not null,
    watched_by text not null,
    ends_at timestamptz not null);

create index firearm_watch_by_firearm on registry.firearm_watch (firearm_id);

-- alert_by: who recorded the open report, kept by the events; they tell it of the reports from before too.
alter table registry.firearm_identity add column alert_by text;

do $$
begin
    if to_regclass('registry.mt_events') is not null then
        update registry.firearm_identity identity set alert_by = (
            select user_name from registry.mt_events
            where stream_id = identity.firearm_id and type = 'firearm_reported_lost' order by version desc limit 1)
        where alert is not null;
    end if;
end $$;
