-- What becomes of a child when its parent is cancelled. Those that are there were spawned to be cancelled with it.
CREATE DOMAIN hg_child_policy AS TEXT CHECK (VALUE IN ('ABANDON', 'CANCEL', 'WAIT'));

ALTER TABLE hg_workflow ADD COLUMN child_policy hg_child_policy NOT NULL DEFAULT 'CANCEL';
