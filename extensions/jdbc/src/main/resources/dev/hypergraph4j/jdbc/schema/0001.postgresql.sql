-- What each table and column means is written in docs/journal.md.

-- What a column may hold is checked by its domain, which a session reads once. A CHECK of a table is read and planned again for each statement,
-- and took a third of the time of all.
CREATE DOMAIN hg_workflow_status AS TEXT CHECK (VALUE IN
  ('QUEUED', 'RUNNING', 'PAUSED', 'WAITING_CHILD', 'SLEEPING', 'PARKED', 'COMPLETED', 'FAILED', 'CANCELLED'));
CREATE DOMAIN hg_park_reason AS TEXT CHECK (VALUE IN
  ('RECOVERY_EXHAUSTED', 'UNKNOWN_EFFECT', 'VALUE_MISSING', 'VALUE_UNREADABLE', 'STOPPED'));
CREATE DOMAIN hg_durability AS TEXT CHECK (VALUE IN ('SYNC', 'RELAXED', 'EXIT'));
CREATE DOMAIN hg_error_handling AS TEXT CHECK (VALUE IN ('RAISE', 'CONTINUE'));
CREATE DOMAIN hg_flag AS INTEGER CHECK (VALUE IN (0, 1));
CREATE DOMAIN hg_lineage AS TEXT CHECK (VALUE IN ('STARTED', 'FORK', 'RETRY', 'CHILD'));
CREATE DOMAIN hg_number AS BIGINT CHECK (VALUE >= 0);
CREATE DOMAIN hg_count AS INTEGER CHECK (VALUE >= 0);
CREATE DOMAIN hg_value_kind AS TEXT CHECK (VALUE IN ('INPUT', 'OUTPUT'));
CREATE DOMAIN hg_step_status AS TEXT CHECK (VALUE IN ('OPEN', 'COMPLETED', 'FAILED', 'PAUSED'));
CREATE DOMAIN hg_ordinal AS INTEGER CHECK (VALUE >= 1);
CREATE DOMAIN hg_attempt_status AS TEXT CHECK (VALUE IN
  ('STARTED', 'COMPLETED', 'FAILED', 'PAUSED', 'OUTCOME_UNKNOWN'));
CREATE DOMAIN hg_verdict AS TEXT CHECK (VALUE IN ('RETRY', 'FAIL', 'CRASH'));
CREATE DOMAIN hg_journal_type AS TEXT CHECK (VALUE IN
  ('CREATED', 'CLAIMED', 'STARTED', 'COMPLETED', 'FAILED', 'RETRY', 'ASKED', 'ANSWERED', 'SAVED',
   'SUPERSEDED', 'QUEUED', 'PAUSED', 'WAITING_CHILD', 'SLEEPING', 'PARKED', 'CANCELLED', 'REDELIVERED',
   'STRUCK_OUT'));
CREATE DOMAIN hg_blob_codec AS TEXT CHECK (VALUE IN ('DEFLATE'));

CREATE TABLE hg_writer (
  id TEXT NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL,
  at BIGINT NOT NULL
);

CREATE TABLE hg_workflow (
  n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  graph TEXT NOT NULL,
  version TEXT NOT NULL,
  hash TEXT NOT NULL,
  status hg_workflow_status NOT NULL,
  park_reason hg_park_reason,
  reason TEXT NOT NULL,
  error_type TEXT,
  error_message TEXT,
  durability hg_durability NOT NULL,
  inputs_digest TEXT NOT NULL,
  prefill_only hg_flag NOT NULL,
  error_handling hg_error_handling NOT NULL,
  lineage hg_lineage NOT NULL,
  origin TEXT,
  origin_step TEXT,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  finished_at BIGINT NOT NULL,
  queued_at BIGINT NOT NULL,
  queued_order BIGINT NOT NULL,
  owner TEXT NOT NULL,
  lease_until BIGINT NOT NULL,
  epoch hg_number NOT NULL,
  recoveries hg_count NOT NULL,
  news hg_flag NOT NULL,
  cancel_requested hg_flag NOT NULL,
  compacted hg_flag NOT NULL,
  lines hg_number NOT NULL,
  CHECK ((park_reason IS NOT NULL) = (status = 'PARKED'))
);

CREATE INDEX hg_workflow_queued ON hg_workflow (queued_at, queued_order) WHERE status = 'QUEUED';
CREATE INDEX hg_workflow_sleeping ON hg_workflow (queued_at, queued_order) WHERE status = 'SLEEPING';
CREATE INDEX hg_workflow_leased ON hg_workflow (lease_until) WHERE status = 'RUNNING';
CREATE INDEX hg_workflow_origin ON hg_workflow (origin) WHERE origin IS NOT NULL;
CREATE INDEX hg_workflow_finished ON hg_workflow (finished_at) WHERE status IN ('COMPLETED', 'FAILED', 'CANCELLED');

CREATE TABLE hg_value (
  workflow BIGINT NOT NULL REFERENCES hg_workflow (n),
  kind hg_value_kind NOT NULL,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  value BYTEA NOT NULL,
  PRIMARY KEY (workflow, kind, place)
);

CREATE TABLE hg_step (
  workflow BIGINT NOT NULL,
  step TEXT NOT NULL,
  node TEXT NOT NULL,
  iteration INTEGER NOT NULL,
  item TEXT,
  hash TEXT NOT NULL,
  status hg_step_status NOT NULL,
  attempt hg_count NOT NULL,
  outcome BYTEA,
  opened TEXT NOT NULL,
  cached hg_flag NOT NULL,
  error_type TEXT,
  error_message TEXT,
  started_at BIGINT NOT NULL,
  finished_at BIGINT NOT NULL,
  copied_from TEXT NOT NULL,
  epoch hg_number NOT NULL,
  worker TEXT NOT NULL,
  effect_id TEXT,
  place BIGINT NOT NULL,
  PRIMARY KEY (workflow, step),
  CHECK ((outcome IS NOT NULL) = (status = 'COMPLETED')),
  CHECK ((error_type IS NOT NULL) = (status = 'FAILED'))
);

CREATE TABLE hg_attempt (
  workflow BIGINT NOT NULL,
  step TEXT NOT NULL,
  number hg_ordinal NOT NULL,
  epoch BIGINT NOT NULL,
  worker TEXT NOT NULL,
  status hg_attempt_status NOT NULL,
  started_at BIGINT NOT NULL,
  finished_at BIGINT NOT NULL,
  error_type TEXT,
  error_message TEXT,
  verdict hg_verdict,
  not_before BIGINT NOT NULL,
  checkpoint BYTEA,
  PRIMARY KEY (workflow, step, number),
  CHECK ((verdict IS NOT NULL) = (status = 'FAILED')),
  CHECK ((error_type IS NOT NULL) = (status = 'FAILED'))
);

CREATE TABLE hg_journal (
  workflow BIGINT NOT NULL,
  number BIGINT NOT NULL,
  at BIGINT NOT NULL,
  type hg_journal_type NOT NULL,
  step TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  epoch BIGINT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (workflow, number)
);

CREATE TABLE hg_question (
  n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workflow BIGINT NOT NULL REFERENCES hg_workflow (n),
  step TEXT NOT NULL,
  iteration INTEGER NOT NULL,
  answer_key TEXT NOT NULL,
  prompt TEXT NOT NULL,
  answer_name TEXT NOT NULL,
  answer_type TEXT NOT NULL,
  answer_schema TEXT NOT NULL,
  options BYTEA NOT NULL,
  evidence BYTEA NOT NULL,
  asked_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  due_answer BYTEA,
  due_by TEXT NOT NULL,
  answer BYTEA,
  answered_by TEXT NOT NULL,
  answered_at BIGINT NOT NULL,
  UNIQUE (workflow, step)
);

CREATE INDEX hg_question_pending ON hg_question (asked_at) WHERE answer IS NULL;
CREATE INDEX hg_question_due ON hg_question (due_at) WHERE answer IS NULL AND due_answer IS NOT NULL;

CREATE TABLE hg_outbox (
  n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  workflow BIGINT NOT NULL REFERENCES hg_workflow (n),
  step TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  target TEXT NOT NULL,
  payload BYTEA NOT NULL,
  deliveries INTEGER NOT NULL,
  due_at BIGINT NOT NULL,
  delivered_at BIGINT NOT NULL
);

CREATE INDEX hg_outbox_waiting ON hg_outbox (n) WHERE delivered_at = 0;
CREATE INDEX hg_outbox_workflow ON hg_outbox (workflow, n);

CREATE TABLE hg_cursor (
  source TEXT NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL,
  at BIGINT NOT NULL
);

CREATE TABLE hg_blob (
  hash TEXT NOT NULL PRIMARY KEY,
  codec hg_blob_codec NOT NULL,
  size BIGINT NOT NULL,
  bytes BYTEA NOT NULL,
  used_at BIGINT NOT NULL
);

CREATE TABLE hg_blob_use (
  workflow BIGINT NOT NULL,
  step TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (workflow, step, hash)
);

CREATE INDEX hg_blob_use_hash ON hg_blob_use (hash);

CREATE TABLE hg_cache (
  digest TEXT NOT NULL PRIMARY KEY,
  outputs BYTEA NOT NULL,
  at BIGINT NOT NULL
);

CREATE INDEX hg_cache_at ON hg_cache (at);
