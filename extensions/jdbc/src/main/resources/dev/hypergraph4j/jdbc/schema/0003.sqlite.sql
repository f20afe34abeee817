-- What becomes of a child when its parent is cancelled. Those that are there were spawned to be cancelled with it.
ALTER TABLE hg_workflow ADD COLUMN child_policy TEXT NOT NULL DEFAULT 'CANCEL' CHECK (
  child_policy = 'ABANDON' OR child_policy = 'CANCEL' OR child_policy = 'WAIT');
