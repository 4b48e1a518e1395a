-- For the list of batches with their progress.
create index marking_job_batch on registry.marking_job (batch_id) where batch_id is not null;
