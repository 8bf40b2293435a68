-- The outbox of a MySQL (8 or later) or MariaDB (10.6 or later) database, written by triggers in the transaction of the change itself.
-- "comity outbox ddl" prints this with the triggers for each table; run it as an account that may create triggers. It can be run again.
-- The hub's account needs SELECT on the table, nothing else. Rows older than a week may be deleted.
-- TRUNCATE and foreign keys that cascade run no triggers here: the hub finds what they did when it compares everything.
create table if not exists comity_outbox (
  seq bigint unsigned not null auto_increment primary key,
  at timestamp(3) not null default current_timestamp(3),
  source varchar(190) not null,
  record_key varchar(300),
  kind char(1) not null
) character set utf8mb4 collate utf8mb4_bin;
