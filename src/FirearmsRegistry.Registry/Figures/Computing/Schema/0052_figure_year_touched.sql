-- Years whose facts changed since their figures were computed. One row per change and year, without uniqueness: two transactions that
-- change arms of one year must not wait for each other.
create table registry.figure_year_touched (
    id bigint generated always as identity primary key,
    year integer not null);

create index figure_year_touched_year on registry.figure_year_touched (year);

-- Per statement, so that a bulk load leaves a row per year and not one per item. An item that moves touches the year it leaves as well.
create function registry.touch_figure_years() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        insert into registry.figure_year_touched (year) select year from changed union select year from became;
    else
        insert into registry.figure_year_touched (year) select distinct year from changed;
    end if;
    return null;
end $$;

create trigger item_fact_inserted_touches_figures after insert on registry.item_fact
    referencing new table as changed for each statement execute function registry.touch_figure_years();
create trigger item_fact_updated_touches_figures after update on registry.item_fact
    referencing old table as changed new table as became for each statement execute function registry.touch_figure_years();
create trigger item_fact_deleted_touches_figures after delete on registry.item_fact
    referencing old table as changed for each statement execute function registry.touch_figure_years();

-- What changed before this table was there.
insert into registry.figure_year_touched (year) select distinct year from registry.item_fact;
