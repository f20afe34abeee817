-- The views are what programs other than this one may rely on: docs/journal.md.

CREATE VIEW runs_v AS
SELECT w.id AS workflow, w.graph, w.version, w.status, w.park_reason, w.reason, w.error_type, w.error_message,
  w.durability, w.error_handling, w.lineage, w.origin, w.origin_step, w.created_at, w.updated_at, w.finished_at,
  w.owner, w.lease_until, w.epoch, w.recoveries, w.cancel_requested, w.compacted,
  CASE WHEN w.status = 'SLEEPING' THEN w.queued_at ELSE 0 END AS wake_at,
  (SELECT COUNT(*) FROM hg_step s WHERE s.workflow = w.n) AS steps,
  (SELECT COUNT(*) FROM hg_step s WHERE s.workflow = w.n AND s.status = 'COMPLETED') AS steps_completed
FROM hg_workflow w;

CREATE VIEW steps_v AS
SELECT w.id AS workflow, s.step, s.node, s.iteration, s.item, s.status, s.attempt, s.cached, s.copied_from,
  s.started_at, s.finished_at, CASE WHEN s.finished_at > 0 THEN s.finished_at - s.started_at END AS millis,
  s.error_type, s.error_message, s.place
FROM hg_step s JOIN hg_workflow w ON w.n = s.workflow;

-- The attempt that is under way at a step, or has completed it, is in the row of the step; the others have rows of their own. One that has kept
-- something for the next has a row that is right about that alone until it ends.
CREATE VIEW hg_attempts AS
SELECT s.workflow, s.step, s.attempt AS number, s.epoch, s.worker,
  CASE s.status WHEN 'OPEN' THEN 'STARTED' ELSE 'COMPLETED' END AS status,
  s.started_at, s.finished_at, NULL AS error_type, NULL AS error_message, NULL AS verdict, 0 AS not_before,
  a.checkpoint, COALESCE(s.effect_id, '') AS effect_id, s.place
FROM hg_step s LEFT JOIN hg_attempt a ON a.workflow = s.workflow AND a.step = s.step AND a.number = s.attempt
WHERE s.attempt > 0 AND s.epoch > 0
  AND (s.status = 'COMPLETED' OR s.status = 'OPEN' AND COALESCE(a.status, 'STARTED') = 'STARTED')
UNION ALL
SELECT a.workflow, a.step, a.number, a.epoch, a.worker, a.status, a.started_at, a.finished_at,
  a.error_type, a.error_message, a.verdict, a.not_before, a.checkpoint, COALESCE(s.effect_id, ''), s.place
FROM hg_attempt a JOIN hg_step s ON s.workflow = a.workflow AND s.step = a.step
WHERE NOT (a.number = s.attempt AND s.epoch > 0
  AND (s.status = 'COMPLETED' OR s.status = 'OPEN' AND a.status = 'STARTED'));

CREATE VIEW attempts_v AS
SELECT w.id AS workflow, a.step, a.number, a.epoch, a.worker, a.status, a.started_at, a.finished_at,
  CASE WHEN a.finished_at > 0 THEN a.finished_at - a.started_at END AS millis,
  a.error_type, a.error_message, a.verdict, a.not_before, a.effect_id, a.place
FROM hg_attempts a JOIN hg_workflow w ON w.n = a.workflow;

CREATE VIEW waiting_v AS
SELECT w.id AS workflow, w.graph, 'WORKER' AS waits_for, '' AS step, w.queued_at AS since, '' AS detail
FROM hg_workflow w WHERE w.status = 'QUEUED'
UNION ALL
SELECT w.id, w.graph, 'ANSWER', q.step, q.asked_at, q.prompt
FROM hg_question q JOIN hg_workflow w ON w.n = q.workflow
WHERE q.answer IS NULL AND w.status IN ('QUEUED', 'RUNNING', 'PAUSED', 'WAITING_CHILD', 'SLEEPING', 'PARKED')
UNION ALL
SELECT w.id, w.graph, 'CHILD', COALESCE(c.origin_step, ''), c.created_at, c.id
FROM hg_workflow c JOIN hg_workflow w ON w.id = c.origin
WHERE c.lineage = 'CHILD' AND w.status = 'WAITING_CHILD'
  AND c.status IN ('QUEUED', 'RUNNING', 'PAUSED', 'WAITING_CHILD', 'SLEEPING', 'PARKED')
UNION ALL
SELECT w.id, w.graph, 'RETRY', a.step, a.finished_at, CAST(a.not_before AS TEXT)
FROM hg_attempt a
JOIN hg_step s ON s.workflow = a.workflow AND s.step = a.step AND s.attempt = a.number AND s.status = 'OPEN'
JOIN hg_workflow w ON w.n = a.workflow
WHERE a.status = 'FAILED' AND w.status IN ('QUEUED', 'RUNNING', 'PAUSED', 'WAITING_CHILD', 'SLEEPING', 'PARKED')
UNION ALL
SELECT w.id, w.graph, 'OPERATOR', '', w.updated_at, w.park_reason
FROM hg_workflow w WHERE w.status = 'PARKED';

CREATE VIEW slow_v AS
SELECT w.graph, s.node, COUNT(*) AS steps, SUM(s.finished_at - s.started_at) AS total_millis,
  SUM(s.finished_at - s.started_at) / COUNT(*) AS average_millis, MAX(s.finished_at - s.started_at) AS max_millis
FROM hg_step s JOIN hg_workflow w ON w.n = s.workflow
WHERE s.finished_at > 0 AND s.started_at > 0 AND s.copied_from = '' AND s.cached = 0
GROUP BY w.graph, s.node;
