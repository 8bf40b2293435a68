/** Each runs once, in order, and is remembered by number. Never change one that has been released. */
export const captureMigrations: readonly string[] = [
  `create table capture_feed (
     bureau text not null,
     type text not null,
     checkpoint text,
     caught_up bigint,
     reconciled bigint,
     missed bigint not null,
     gap smallint not null,
     last_error text,
     batches bigint not null,
     primary key (bureau, type)
   );
   create table capture_known (
     bureau text not null,
     type text not null,
     key bytea not null,
     version text not null,
     sketch bytea,
     primary key (bureau, type, key)
   );
   create table capture_waiting (
     bureau text not null,
     type text not null,
     place int not null,
     sealed bytea not null,
     primary key (bureau, type, place)
   );
   create table capture_message (
     bureau text not null,
     id text not null,
     digest text not null,
     received bigint not null,
     primary key (bureau, id)
   );
   create index capture_message_by_age on capture_message (received);
   create table capture_inbox (
     seq bigint generated always as identity primary key,
     bureau text not null,
     type text not null,
     key bytea not null,
     kind text not null,
     at text
   );
   create index capture_inbox_by_feed on capture_inbox (bureau, type, seq);`,
]
