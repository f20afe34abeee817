-- What workflows are sent from the outside. A message answers one question: step is that which has asked it, and empty while none has.
CREATE TABLE hg_inbox (
  n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workflow BIGINT NOT NULL REFERENCES hg_workflow (n),
  question TEXT NOT NULL,
  id TEXT NOT NULL,
  payload BYTEA NOT NULL,
  sent_by TEXT NOT NULL,
  sent_at BIGINT NOT NULL,
  step TEXT NOT NULL,
  UNIQUE (workflow, question, id)
);

CREATE INDEX hg_inbox_waiting ON hg_inbox (workflow, question, n) WHERE step = '';
CREATE INDEX hg_inbox_workflow ON hg_inbox (workflow, n);

CREATE VIEW inbox_v AS
SELECT w.id AS workflow, w.graph, i.question, i.id AS message, i.sent_by, i.sent_at, i.step
FROM hg_inbox i JOIN hg_workflow w ON w.n = i.workflow;

-- Also what becomes of a child when its parent is cancelled.
CREATE OR REPLACE VIEW runs_v AS
SELECT w.id AS workflow, w.graph, w.version, w.status, w.park_reason, w.reason, w.error_type, w.error_message,
  w.durability, w.error_handling, w.lineage, w.origin, w.origin_step, w.created_at, w.updated_at, w.finished_at,
  w.owner, w.lease_until, w.epoch, w.recoveries, w.cancel_requested, w.compacted,
  CASE WHEN w.status = 'SLEEPING' THEN w.queued_at ELSE 0 END AS wake_at,
  (SELECT COUNT(*) FROM hg_step s WHERE s.workflow = w.n) AS steps,
  (SELECT COUNT(*) FROM hg_step s WHERE s.workflow = w.n AND s.status = 'COMPLETED') AS steps_completed,
  w.child_policy
FROM hg_workflow w;
