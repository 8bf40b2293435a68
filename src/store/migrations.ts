import { earlierMigrations } from './earlierMigrations.ts'

/** Each statement list runs once, in order, in one transaction; what has run is remembered by number. Never change one that has been released. */
export const migrations: readonly string[] = [
  ...earlierMigrations,
  // What leads from a name in the ledger to whom it stands for is the one thing beside it that may be destroyed.
  `CREATE TABLE ledger_subject (
     handle TEXT PRIMARY KEY,
     lookup BLOB NOT NULL UNIQUE,
     sealed BLOB NOT NULL
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE ledger_act (
     seq INTEGER NOT NULL,
     part INTEGER NOT NULL,
     at TEXT NOT NULL,
     bureau TEXT NOT NULL,
     person TEXT NOT NULL,
     purpose TEXT,
     caseRef TEXT,
     PRIMARY KEY (seq, part)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX ledger_act_by_bureau ON ledger_act (bureau, seq);
   CREATE INDEX ledger_act_by_person ON ledger_act (person, seq);

   CREATE TABLE ledger_access (
     seq INTEGER NOT NULL,
     part INTEGER NOT NULL,
     at TEXT NOT NULL,
     owner TEXT NOT NULL,
     reader TEXT NOT NULL,
     purpose TEXT NOT NULL,
     kind TEXT NOT NULL,
     type TEXT,
     records INTEGER NOT NULL,
     fields TEXT NOT NULL,
     rules TEXT NOT NULL,
     PRIMARY KEY (seq, part)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX ledger_access_by_owner ON ledger_access (owner, seq, part);

   CREATE TABLE ledger_access_record (
     record TEXT NOT NULL,
     seq INTEGER NOT NULL,
     part INTEGER NOT NULL,
     PRIMARY KEY (record, seq, part)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE ledger_indexed (id INTEGER PRIMARY KEY CHECK (id = 1), through INTEGER NOT NULL) STRICT;
   INSERT INTO ledger_indexed (id, through) VALUES (1, 0);

   -- What is deleted of the entries was said to be pruned first, and what was pruned stays so.
   CREATE TABLE ledger_pruned (id INTEGER PRIMARY KEY CHECK (id = 1), through INTEGER NOT NULL) STRICT;
   INSERT INTO ledger_pruned (id, through) VALUES (1, 0);
   CREATE TRIGGER ledger_pruned_only_grows BEFORE UPDATE ON ledger_pruned WHEN NEW.through < OLD.through BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   DROP TRIGGER audit_is_append_only_delete;
   CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit WHEN OLD.seq > (SELECT through FROM ledger_pruned)
     BEGIN SELECT RAISE(ABORT, 'append-only'); END;

   CREATE TABLE ledger_watched (id INTEGER PRIMARY KEY CHECK (id = 1), watched INTEGER NOT NULL) STRICT;
   INSERT INTO ledger_watched (id, watched) SELECT 1, coalesce(max(seq), 0) FROM audit;
   CREATE TABLE ledger_count (
     owner TEXT NOT NULL,
     rule TEXT NOT NULL,
     who TEXT NOT NULL,
     window TEXT NOT NULL,
     count INTEGER NOT NULL,
     PRIMARY KEY (owner, rule, who, window)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX ledger_count_by_window ON ledger_count (window);

   CREATE TABLE subject_request (
     body TEXT NOT NULL,
     number INTEGER NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('ACCESS', 'CORRECTION', 'DELETION')),
     reference TEXT NOT NULL,
     received TEXT NOT NULL,
     due TEXT NOT NULL,
     answeredOn TEXT,
     reply TEXT CHECK (reply IN ('DISCLOSED', 'NEITHER_CONFIRMED_NOR_DENIED', 'REFUSED')),
     PRIMARY KEY (body, number)
   ) STRICT, WITHOUT ROWID;
   CREATE TRIGGER subject_request_is_kept BEFORE DELETE ON subject_request BEGIN SELECT RAISE(ABORT, 'kept'); END;`,

  // A token is a piece of a keyed digest: nothing can be read from it, and it joins with nothing of another bureau. Officers' words on who is who are only ever added to.
  `CREATE TABLE search_set (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     bureau TEXT NOT NULL,
     type TEXT NOT NULL,
     made TEXT NOT NULL,
     built INTEGER
   ) STRICT;
   CREATE INDEX search_set_by_bureau ON search_set (bureau, type);
   CREATE TABLE search_token (
     set_id INTEGER NOT NULL REFERENCES search_set (id),
     token INTEGER NOT NULL,
     key TEXT NOT NULL,
     PRIMARY KEY (set_id, token, key)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX search_token_by_key ON search_token (set_id, key);

   CREATE TABLE match_verdict (
     seq INTEGER PRIMARY KEY,
     at TEXT NOT NULL,
     bureau TEXT NOT NULL,
     person TEXT NOT NULL,
     one TEXT NOT NULL,
     other TEXT NOT NULL,
     verdict TEXT NOT NULL CHECK (verdict IN ('CONFIRMED', 'REJECTED', 'WITHDRAWN')),
     reason TEXT NOT NULL
   ) STRICT;
   CREATE INDEX match_verdict_by_one ON match_verdict (bureau, one, other, seq);
   CREATE INDEX match_verdict_by_other ON match_verdict (bureau, other, seq);
   CREATE TRIGGER match_verdict_is_append_only_update BEFORE UPDATE ON match_verdict BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER match_verdict_is_append_only_delete BEFORE DELETE ON match_verdict BEGIN SELECT RAISE(ABORT, 'append-only'); END;`,
  // Whose a watch is, and what it looks for, is sealed; what it has found are keyed digests.
  `CREATE TABLE watch (
     id TEXT PRIMARY KEY,
     owner BLOB NOT NULL,
     sealed BLOB NOT NULL,
     expires INTEGER NOT NULL,
     reread TEXT
   ) STRICT;
   CREATE INDEX watch_by_owner ON watch (owner);
   CREATE INDEX watch_by_end ON watch (expires);
   CREATE INDEX watch_to_read ON watch (id) WHERE reread IS NOT NULL;
   CREATE TABLE watch_match (
     watch TEXT NOT NULL REFERENCES watch (id) ON DELETE CASCADE,
     record BLOB NOT NULL,
     PRIMARY KEY (watch, record)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX watch_match_by_record ON watch_match (record);
   CREATE TABLE watch_place (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     epoch TEXT NOT NULL,
     sequence INTEGER NOT NULL,
     mark INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE watch_waiting (
     sequence INTEGER PRIMARY KEY,
     attempts INTEGER NOT NULL,
     due INTEGER NOT NULL
   ) STRICT;`,
  // Who was told what, by entry and by block of entries.
  `CREATE TABLE ledger_delivery (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, bureau TEXT NOT NULL, purpose TEXT, cases TEXT NOT NULL) STRICT;
   CREATE INDEX ledger_delivery_by_bureau ON ledger_delivery (bureau, seq);
   CREATE TABLE ledger_recipient (person TEXT NOT NULL, block INTEGER NOT NULL, PRIMARY KEY (person, block)) STRICT, WITHOUT ROWID;`,
  // Numbered in their order, so that new names stand together; a number is never given again. Names of before have none, and are found by themselves.
  `CREATE TABLE ledger_name (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     name TEXT NOT NULL,
     lookup BLOB NOT NULL UNIQUE,
     sealed BLOB NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX ledger_name_of_before ON ledger_name (name) WHERE instr(name, '.') = 0;
   INSERT INTO ledger_name (name, lookup, sealed) SELECT handle, lookup, sealed FROM ledger_subject ORDER BY handle;
   DROP TABLE ledger_subject;`,
  // Up to which activation of a policy the ledger has them.
  `CREATE TABLE policy_recorded (through INTEGER NOT NULL) STRICT;
   INSERT INTO policy_recorded (through) VALUES (0);`,
  // Desks are told of everything live from here on. What they were told before is no news, but for the hits that are still to be told.
  `INSERT INTO desk_told (owner, up_to)
     SELECT owner, coalesce(min(CASE WHEN number > coalesce(up_to, 0) AND entry ->> 'kind' IN ('HIT', 'BLIND_HIT', 'ANOMALY') THEN number END) - 1, max(number))
     FROM desk LEFT JOIN desk_told USING (owner) GROUP BY owner
     ON CONFLICT (owner) DO UPDATE SET up_to = excluded.up_to;`,
]
