-- What people are told to wait for them is counted each time somebody opens the first page.
create index exchange_outbox_undelivered on registry.exchange_outbox (document_id) where state in ('by_hand', 'waiting');
create index imported_file_count_contested on registry.imported_file_count (import_id, line) where variant > 0;
