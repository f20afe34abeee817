-- What becomes of a child when its parent is cancelled. Those that are there were spawned to be cancelled with it.
CREATE DOMAIN hg_child_policy AS TEXT CHECK (VALUE IN ('ABANDON', 'CANCEL', 'WAIT'));

ALTER TABLE hg_workflow ADD COLUMN child_policy hg_child_policy NOT NULL DEFAULT 'CANCEL';

-- Each child that ends asks for the copies of its parent, which are not to be looked for among its siblings.
DROP INDEX hg_workflow_origin;
CREATE INDEX hg_workflow_origin ON hg_workflow (origin, lineage) WHERE origin IS NOT NULL;
