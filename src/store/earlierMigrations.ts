/** The first statement lists, in order, see `migrations`. */
export const earlierMigrations: readonly string[] = [
  `CREATE TABLE audit (
     seq INTEGER PRIMARY KEY,
     at TEXT NOT NULL,
     entry TEXT NOT NULL CHECK (json_valid(entry))
   ) STRICT;
   CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;`,
  `CREATE TABLE policy_activation (
     seq INTEGER PRIMARY KEY,
     at TEXT NOT NULL,
     bureau TEXT NOT NULL,
     version TEXT NOT NULL,
     digest TEXT NOT NULL,
     file_digest TEXT NOT NULL,
     signed_by TEXT
   ) STRICT;
   CREATE INDEX policy_activation_by_bureau ON policy_activation (bureau, seq);
   CREATE TRIGGER policy_activation_is_append_only_update BEFORE UPDATE ON policy_activation BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER policy_activation_is_append_only_delete BEFORE DELETE ON policy_activation BEGIN SELECT RAISE(ABORT, 'append-only'); END;`,

  // Numbers are dense within one owner: over all owners, the gaps would tell one desk how busy the others are.
  `CREATE TABLE desk (
     owner TEXT NOT NULL,
     number INTEGER NOT NULL,
     at TEXT NOT NULL,
     entry TEXT NOT NULL CHECK (json_valid(entry)),
     PRIMARY KEY (owner, number)
   ) STRICT, WITHOUT ROWID;
   CREATE TRIGGER desk_is_append_only_update BEFORE UPDATE ON desk BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER desk_is_append_only_delete BEFORE DELETE ON desk BEGIN SELECT RAISE(ABORT, 'append-only'); END;

   CREATE TABLE spent (
     budget TEXT NOT NULL,
     bureau TEXT NOT NULL,
     person TEXT NOT NULL,
     day TEXT NOT NULL,
     count INTEGER NOT NULL,
     PRIMARY KEY (budget, bureau, person, day)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE emergency (
     id TEXT PRIMARY KEY,
     owner TEXT NOT NULL,
     number INTEGER NOT NULL,
     block TEXT NOT NULL,
     bureau TEXT NOT NULL,
     person TEXT NOT NULL,
     opened INTEGER NOT NULL,
     expires INTEGER NOT NULL,
     reviewDue INTEGER NOT NULL,
     closed INTEGER,
     reminded INTEGER,
     finding TEXT CHECK (finding IN ('JUSTIFIED', 'NOT_JUSTIFIED')),
     grounds TEXT NOT NULL CHECK (json_valid(grounds)),
     review TEXT CHECK (json_valid(review)),
     UNIQUE (owner, number)
   ) STRICT;
   CREATE INDEX emergency_by_person ON emergency (bureau, person, expires);
   CREATE INDEX emergency_by_review ON emergency (owner, finding, reviewDue);
   CREATE TRIGGER emergency_is_kept BEFORE DELETE ON emergency BEGIN SELECT RAISE(ABORT, 'kept'); END;`,

  // Keys, sketches and changes are sealed, and versions are keyed digests: no value can be read from them.
  `CREATE TABLE capture_feed (
     bureau TEXT NOT NULL,
     type TEXT NOT NULL,
     checkpoint TEXT,
     caught_up INTEGER,
     reconciled INTEGER,
     missed INTEGER NOT NULL,
     gap INTEGER NOT NULL,
     last_error TEXT,
     batches INTEGER NOT NULL,
     PRIMARY KEY (bureau, type)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE capture_known (
     bureau TEXT NOT NULL,
     type TEXT NOT NULL,
     key BLOB NOT NULL,
     version TEXT NOT NULL,
     sketch BLOB,
     PRIMARY KEY (bureau, type, key)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE capture_waiting (
     bureau TEXT NOT NULL,
     type TEXT NOT NULL,
     place INTEGER NOT NULL,
     sealed BLOB NOT NULL,
     PRIMARY KEY (bureau, type, place)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE capture_message (
     bureau TEXT NOT NULL,
     id TEXT NOT NULL,
     digest TEXT NOT NULL,
     received INTEGER NOT NULL,
     PRIMARY KEY (bureau, id)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX capture_message_by_age ON capture_message (received);

   CREATE TABLE capture_inbox (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     bureau TEXT NOT NULL,
     type TEXT NOT NULL,
     key BLOB NOT NULL,
     kind TEXT NOT NULL,
     at TEXT
   ) STRICT;
   CREATE INDEX capture_inbox_by_feed ON capture_inbox (bureau, type, seq);`,

  // Entries that were there before get their leaves when the hub starts: SQL knows no SHA-256.
  `CREATE TABLE ledger_leaf (
     number INTEGER PRIMARY KEY,
     hash BLOB NOT NULL CHECK (length(hash) = 32)
   ) STRICT;
   CREATE TRIGGER ledger_leaf_is_append_only_update BEFORE UPDATE ON ledger_leaf BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER ledger_leaf_is_append_only_delete BEFORE DELETE ON ledger_leaf BEGIN SELECT RAISE(ABORT, 'append-only'); END;

   CREATE TABLE ledger_node (
     level INTEGER NOT NULL,
     number INTEGER NOT NULL,
     hash BLOB NOT NULL CHECK (length(hash) = 32),
     PRIMARY KEY (level, number)
   ) STRICT, WITHOUT ROWID;
   CREATE TRIGGER ledger_node_is_append_only_update BEFORE UPDATE ON ledger_node BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER ledger_node_is_append_only_delete BEFORE DELETE ON ledger_node BEGIN SELECT RAISE(ABORT, 'append-only'); END;

   CREATE TABLE ledger_checkpoint (
     seq INTEGER PRIMARY KEY,
     size INTEGER NOT NULL,
     at TEXT NOT NULL,
     note TEXT NOT NULL
   ) STRICT;
   CREATE TRIGGER ledger_checkpoint_is_append_only_update BEFORE UPDATE ON ledger_checkpoint BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER ledger_checkpoint_is_append_only_delete BEFORE DELETE ON ledger_checkpoint BEGIN SELECT RAISE(ABORT, 'append-only'); END;

   CREATE TABLE ledger_before (entries INTEGER NOT NULL) STRICT;
   INSERT INTO ledger_before SELECT coalesce(max(seq), 0) FROM audit;`,

  // A change is taken in without a place, and given one when it is committed; a place that was given stays.
  `CREATE TABLE change_log (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     epoch TEXT NOT NULL
   ) STRICT;
   INSERT INTO change_log (id, epoch) VALUES (1, lower(hex(randomblob(16))));
   CREATE TABLE change_entry (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     identity BLOB NOT NULL UNIQUE,
     sealed BLOB NOT NULL,
     sequence INTEGER UNIQUE,
     logged_at INTEGER
   ) STRICT;
   CREATE INDEX change_entry_waiting ON change_entry (id) WHERE sequence IS NULL;
   CREATE TRIGGER change_entry_is_kept_as_it_is BEFORE UPDATE ON change_entry WHEN OLD.sequence IS NOT NULL
     BEGIN SELECT RAISE(ABORT, 'append-only'); END;`,

  // What desks were told before there was a log of changes is no news.
  `CREATE TABLE desk_told (
     owner TEXT PRIMARY KEY,
     up_to INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   INSERT INTO desk_told (owner, up_to) SELECT owner, max(number) FROM desk GROUP BY owner;`,
  `CREATE TABLE revocation (
     id TEXT PRIMARY KEY,
     bureau TEXT NOT NULL,
     number INTEGER NOT NULL,
     person TEXT NOT NULL,
     revokedAt INTEGER NOT NULL,
     revokedBy TEXT NOT NULL,
     reason TEXT NOT NULL,
     UNIQUE (bureau, number)
   ) STRICT;
   CREATE INDEX revocation_by_person ON revocation (bureau, person, revokedAt);
   CREATE INDEX revocation_by_age ON revocation (revokedAt);
   CREATE TRIGGER revocation_is_append_only_update BEFORE UPDATE ON revocation BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER revocation_is_append_only_delete BEFORE DELETE ON revocation BEGIN SELECT RAISE(ABORT, 'append-only'); END;`,

  // What the hub keeps for bureaus. Whose, for whom and when stand open, so that they can be searched; what was asked and said is sealed. Instants are epoch milliseconds.
  `CREATE TABLE held (
     key TEXT PRIMARY KEY,
     type TEXT NOT NULL,
     owner TEXT NOT NULL,
     party TEXT,
     label TEXT,
     state TEXT NOT NULL,
     version INTEGER NOT NULL,
     sent INTEGER,
     due INTEGER,
     updated INTEGER NOT NULL,
     clock INTEGER,
     sealed BLOB NOT NULL,
     UNIQUE (type, label)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX held_by_owner ON held (type, owner, sent, key);
   CREATE INDEX held_by_party ON held (type, owner, party, sent, key);
   CREATE INDEX held_by_clock ON held (type, clock) WHERE clock IS NOT NULL;
   CREATE TRIGGER held_is_kept BEFORE DELETE ON held BEGIN SELECT RAISE(ABORT, 'kept'); END;
   CREATE TRIGGER held_keeps_its_parties BEFORE UPDATE ON held
     WHEN OLD.type <> NEW.type OR OLD.owner <> NEW.owner OR OLD.party IS NOT NEW.party OR NEW.version < OLD.version
     BEGIN SELECT RAISE(ABORT, 'kept'); END;

   CREATE TABLE held_step (
     record TEXT NOT NULL REFERENCES held (key),
     number INTEGER NOT NULL,
     at INTEGER NOT NULL,
     sealed BLOB NOT NULL,
     PRIMARY KEY (record, number)
   ) STRICT, WITHOUT ROWID;
   CREATE TRIGGER held_step_is_append_only_update BEFORE UPDATE ON held_step BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER held_step_is_append_only_delete BEFORE DELETE ON held_step BEGIN SELECT RAISE(ABORT, 'append-only'); END;

   CREATE TABLE held_mutation (
     bureau TEXT NOT NULL,
     person TEXT NOT NULL,
     mutation TEXT NOT NULL,
     digest TEXT NOT NULL,
     keys TEXT NOT NULL CHECK (json_valid(keys)),
     at INTEGER NOT NULL,
     PRIMARY KEY (bureau, person, mutation)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX held_mutation_by_age ON held_mutation (at);

   CREATE TABLE outbox (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     message TEXT NOT NULL UNIQUE,
     record TEXT NOT NULL REFERENCES held (key),
     target TEXT NOT NULL,
     lane TEXT NOT NULL,
     state TEXT NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DELIVERED', 'DEAD_LETTER')),
     accepted INTEGER NOT NULL,
     attempts INTEGER NOT NULL DEFAULT 0,
     due INTEGER NOT NULL,
     token INTEGER NOT NULL DEFAULT 0,
     leased INTEGER NOT NULL DEFAULT 0,
     ended INTEGER,
     receipt TEXT,
     sealed BLOB NOT NULL
   ) STRICT;
   CREATE INDEX outbox_waiting ON outbox (target, lane, id) WHERE state = 'WAITING';
   CREATE INDEX outbox_by_record ON outbox (record, id);
   CREATE TRIGGER outbox_is_kept BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'kept'); END;`,

  `CREATE INDEX outbox_by_due ON outbox (due, id) WHERE state = 'WAITING';`,
]
