-- What was refused at the door of the exchange, or was a repeat there: counted by day, by name, and by the State whose signature held ('' where
-- nobody's did). exchange_refusal keeps the first lines of each count only, so that nobody fills the disk by knocking.
create table registry.exchange_count (
    day date not null,
    outcome text not null,
    signer text not null,
    channel text not null,
    count bigint not null,
    primary key (day, outcome, signer, channel));

insert into registry.exchange_count (day, outcome, signer, channel, count)
select (at at time zone 'utc')::date, refusal, '', channel, count(*) from registry.exchange_refusal group by 1, 2, 4;
