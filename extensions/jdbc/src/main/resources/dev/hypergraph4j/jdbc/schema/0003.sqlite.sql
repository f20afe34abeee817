-- What becomes of a child when its parent is cancelled. Those that are there were spawned to be cancelled with it.
ALTER TABLE hg_workflow ADD COLUMN child_policy TEXT NOT NULL DEFAULT 'CANCEL' CHECK (
  child_policy = 'ABANDON' OR child_policy = 'CANCEL' OR child_policy = 'WAIT');

-- Each child that ends asks for the copies of its parent, which are not to be looked for among its siblings.
DROP INDEX hg_workflow_origin;
CREATE INDEX hg_workflow_origin ON hg_workflow (origin, lineage) WHERE origin IS NOT NULL;
