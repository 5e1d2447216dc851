-- Readers of the journal remember which transactions they saw, not how far they read: positions are handed out before
-- they are committed, so a lower one can come later.
create index journal_transaction on platform.journal (transaction_id);
drop table platform.journal_cursor;
