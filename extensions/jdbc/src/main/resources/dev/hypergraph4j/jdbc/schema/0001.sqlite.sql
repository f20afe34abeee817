-- What each table and column means is written in docs/journal.md.

-- Lists of what a column may hold are not written with IN: SQLite would build a table of such a list for each row that is written.
-- A table WITHOUT ROWID is one tree, and not two: a commit takes the longer the more pages have changed. Steps are two, since workflows that go on at
-- once add theirs to the same pages then.

CREATE TABLE hg_writer (
  id TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE hg_workflow (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  graph TEXT NOT NULL,
  version TEXT NOT NULL,
  hash TEXT NOT NULL,
  status TEXT NOT NULL CHECK (
    status = 'QUEUED' OR status = 'RUNNING' OR status = 'PAUSED' OR status = 'WAITING_CHILD' OR
    status = 'SLEEPING' OR status = 'PARKED' OR status = 'COMPLETED' OR status = 'FAILED' OR
    status = 'CANCELLED'),
  park_reason TEXT CHECK (
    park_reason = 'RECOVERY_EXHAUSTED' OR park_reason = 'UNKNOWN_EFFECT' OR park_reason = 'VALUE_MISSING' OR
    park_reason = 'VALUE_UNREADABLE' OR park_reason = 'STOPPED'),
  reason TEXT NOT NULL,
  error_type TEXT,
  error_message TEXT,
  durability TEXT NOT NULL CHECK (durability = 'SYNC' OR durability = 'RELAXED' OR durability = 'EXIT'),
  inputs_digest TEXT NOT NULL,
  prefill_only INTEGER NOT NULL CHECK (prefill_only IN (0, 1)),
  error_handling TEXT NOT NULL CHECK (error_handling = 'RAISE' OR error_handling = 'CONTINUE'),
  lineage TEXT NOT NULL CHECK (lineage = 'STARTED' OR lineage = 'FORK' OR lineage = 'RETRY' OR lineage = 'CHILD'),
  origin TEXT,
  origin_step TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  queued_at INTEGER NOT NULL,
  queued_order INTEGER NOT NULL,
  owner TEXT NOT NULL,
  lease_until INTEGER NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch >= 0),
  recoveries INTEGER NOT NULL CHECK (recoveries >= 0),
  news INTEGER NOT NULL CHECK (news IN (0, 1)),
  cancel_requested INTEGER NOT NULL CHECK (cancel_requested IN (0, 1)),
  compacted INTEGER NOT NULL CHECK (compacted IN (0, 1)),
  lines INTEGER NOT NULL CHECK (lines >= 0),
  CHECK ((park_reason IS NOT NULL) = (status = 'PARKED'))
) STRICT;

CREATE INDEX hg_workflow_queued ON hg_workflow (queued_at, queued_order) WHERE status = 'QUEUED';
CREATE INDEX hg_workflow_sleeping ON hg_workflow (queued_at, queued_order) WHERE status = 'SLEEPING';
CREATE INDEX hg_workflow_leased ON hg_workflow (lease_until) WHERE status = 'RUNNING';
CREATE INDEX hg_workflow_origin ON hg_workflow (origin) WHERE origin IS NOT NULL;
CREATE INDEX hg_workflow_finished ON hg_workflow (finished_at) WHERE status IN ('COMPLETED', 'FAILED', 'CANCELLED');

CREATE TABLE hg_value (
  workflow INTEGER NOT NULL REFERENCES hg_workflow (n),
  kind TEXT NOT NULL CHECK (kind IN ('INPUT', 'OUTPUT')),
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  value BLOB NOT NULL,
  PRIMARY KEY (workflow, kind, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE hg_step (
  workflow INTEGER NOT NULL,
  step TEXT NOT NULL,
  node TEXT NOT NULL,
  iteration INTEGER NOT NULL,
  item TEXT,
  hash TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status = 'OPEN' OR status = 'COMPLETED' OR status = 'FAILED' OR status = 'PAUSED'),
  attempt INTEGER NOT NULL CHECK (attempt >= 0),
  outcome BLOB,
  opened TEXT NOT NULL,
  cached INTEGER NOT NULL CHECK (cached IN (0, 1)),
  error_type TEXT,
  error_message TEXT,
  started_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  copied_from TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch >= 0),
  worker TEXT NOT NULL,
  effect_id TEXT,
  place INTEGER NOT NULL,
  PRIMARY KEY (workflow, step),
  CHECK ((outcome IS NOT NULL) = (status = 'COMPLETED')),
  CHECK ((error_type IS NOT NULL) = (status = 'FAILED'))
) STRICT;

CREATE TABLE hg_attempt (
  workflow INTEGER NOT NULL,
  step TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  epoch INTEGER NOT NULL,
  worker TEXT NOT NULL,
  status TEXT NOT NULL CHECK (
    status = 'STARTED' OR status = 'COMPLETED' OR status = 'FAILED' OR status = 'PAUSED' OR
    status = 'OUTCOME_UNKNOWN'),
  started_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  error_type TEXT,
  error_message TEXT,
  verdict TEXT CHECK (verdict = 'RETRY' OR verdict = 'FAIL' OR verdict = 'CRASH'),
  not_before INTEGER NOT NULL,
  checkpoint BLOB,
  PRIMARY KEY (workflow, step, number),
  CHECK ((verdict IS NOT NULL) = (status = 'FAILED')),
  CHECK ((error_type IS NOT NULL) = (status = 'FAILED'))
) STRICT, WITHOUT ROWID;

CREATE TABLE hg_journal (
  workflow INTEGER NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (
    type = 'CREATED' OR type = 'CLAIMED' OR type = 'STARTED' OR type = 'COMPLETED' OR type = 'FAILED' OR
    type = 'RETRY' OR type = 'ASKED' OR type = 'ANSWERED' OR type = 'SAVED' OR type = 'SUPERSEDED' OR
    type = 'QUEUED' OR type = 'PAUSED' OR type = 'WAITING_CHILD' OR type = 'SLEEPING' OR type = 'PARKED' OR
    type = 'CANCELLED' OR type = 'REDELIVERED' OR type = 'STRUCK_OUT'),
  step TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (workflow, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE hg_question (
  n INTEGER PRIMARY KEY,
  workflow INTEGER NOT NULL REFERENCES hg_workflow (n),
  step TEXT NOT NULL,
  iteration INTEGER NOT NULL,
  answer_key TEXT NOT NULL,
  prompt TEXT NOT NULL,
  answer_name TEXT NOT NULL,
  answer_type TEXT NOT NULL,
  answer_schema TEXT NOT NULL,
  options BLOB NOT NULL,
  evidence BLOB NOT NULL,
  asked_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  due_answer BLOB,
  due_by TEXT NOT NULL,
  answer BLOB,
  answered_by TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  UNIQUE (workflow, step)
) STRICT;

CREATE INDEX hg_question_pending ON hg_question (asked_at) WHERE answer IS NULL;
CREATE INDEX hg_question_due ON hg_question (due_at) WHERE answer IS NULL AND due_answer IS NOT NULL;

CREATE TABLE hg_outbox (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  workflow INTEGER NOT NULL REFERENCES hg_workflow (n),
  step TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  target TEXT NOT NULL,
  payload BLOB NOT NULL,
  deliveries INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  delivered_at INTEGER NOT NULL
) STRICT;

CREATE INDEX hg_outbox_waiting ON hg_outbox (n) WHERE delivered_at = 0;
CREATE INDEX hg_outbox_workflow ON hg_outbox (workflow, n);

CREATE TABLE hg_cursor (
  source TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE hg_blob (
  hash TEXT NOT NULL PRIMARY KEY,
  codec TEXT NOT NULL CHECK (codec IN ('DEFLATE')),
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  used_at INTEGER NOT NULL
) STRICT;

CREATE TABLE hg_blob_use (
  workflow INTEGER NOT NULL,
  step TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (workflow, step, hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX hg_blob_use_hash ON hg_blob_use (hash);

CREATE TABLE hg_cache (
  digest TEXT NOT NULL PRIMARY KEY,
  outputs BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX hg_cache_at ON hg_cache (at);
