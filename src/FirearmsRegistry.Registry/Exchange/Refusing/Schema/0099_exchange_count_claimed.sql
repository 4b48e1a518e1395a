-- Where no signature held, counts are told apart by the partner that the text claims to come from ('' where it is none, or the signature held):
-- the lines that are kept of a day are then each partner's own, and junk does not switch off the log of what is forged in another State's name.
alter table registry.exchange_count add column claimed text not null default '';

alter table registry.exchange_count drop constraint exchange_count_pkey;

alter table registry.exchange_count add primary key (day, outcome, signer, claimed, channel);
