-- A workflow that is to be cancelled waits for nothing any more but for its children with the policy WAIT; and a question whose step has come to its end
-- with an answer that its run was given waits for none. What sleeps though no step has failed waits for its time.
-- The view is not dropped, lest those who may read it may no longer.

CREATE OR REPLACE VIEW waiting_v AS
SELECT w.id AS workflow, w.graph, 'WORKER' AS waits_for, '' AS step, w.queued_at AS since, '' AS detail
FROM hg_workflow w WHERE w.status = 'QUEUED'
UNION ALL
SELECT w.id, w.graph, 'ANSWER', q.step, q.asked_at, q.prompt
FROM hg_question q JOIN hg_workflow w ON w.n = q.workflow
WHERE q.answer IS NULL
  AND NOT EXISTS (SELECT 1 FROM hg_step s WHERE s.workflow = q.workflow AND s.step = q.step AND s.status IN ('COMPLETED', 'FAILED'))
  AND w.status IN ('QUEUED', 'RUNNING', 'PAUSED', 'WAITING_CHILD', 'SLEEPING', 'PARKED')
  AND NOT (w.status = 'WAITING_CHILD' AND w.cancel_requested = 1)
UNION ALL
SELECT w.id, w.graph, 'CHILD', COALESCE(c.origin_step, ''), c.created_at, c.id
FROM hg_workflow c JOIN hg_workflow w ON w.id = c.origin
WHERE c.lineage = 'CHILD' AND w.status = 'WAITING_CHILD'
  AND (w.cancel_requested = 0 OR c.child_policy = 'WAIT')
  AND c.status IN ('QUEUED', 'RUNNING', 'PAUSED', 'WAITING_CHILD', 'SLEEPING', 'PARKED')
UNION ALL
SELECT w.id, w.graph, 'RETRY', a.step, a.finished_at, CAST(a.not_before AS TEXT)
FROM hg_attempt a
JOIN hg_step s ON s.workflow = a.workflow AND s.step = a.step AND s.attempt = a.number AND s.status = 'OPEN'
JOIN hg_workflow w ON w.n = a.workflow
WHERE a.status = 'FAILED' AND w.status IN ('QUEUED', 'RUNNING', 'PAUSED', 'WAITING_CHILD', 'SLEEPING', 'PARKED')
  AND NOT (w.status = 'WAITING_CHILD' AND w.cancel_requested = 1)
UNION ALL
SELECT w.id, w.graph, 'TIME', '', w.updated_at, CAST(w.queued_at AS TEXT)
FROM hg_workflow w
WHERE w.status = 'SLEEPING' AND NOT EXISTS
  (SELECT 1 FROM hg_attempt a
   JOIN hg_step s ON s.workflow = a.workflow AND s.step = a.step AND s.attempt = a.number AND s.status = 'OPEN'
   WHERE a.workflow = w.n AND a.status = 'FAILED')
UNION ALL
SELECT w.id, w.graph, 'OPERATOR', '', w.updated_at, w.park_reason
FROM hg_workflow w WHERE w.status = 'PARKED';
