-- What a milestone is about in a sentence or two, and by when a promise is due (EDTF).
ALTER TABLE milestone ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE milestone ADD COLUMN deadline TEXT;
-- The day of the last evidence (days of the common era) when "on hold" was proposed and dismissed: proposed again after newer evidence.
ALTER TABLE milestone ADD COLUMN stall_dismissed INTEGER;
-- The step of the dossier's own ladder, whose sense is `status`; none where the ladder is the one of the senses.
ALTER TABLE status_change ADD COLUMN step TEXT;
-- The ladder as JSON, none for the one of the senses; after how many months without evidence a promise is thought to rest.
ALTER TABLE dossier ADD COLUMN ladder TEXT;
ALTER TABLE dossier ADD COLUMN stall_months INTEGER NOT NULL DEFAULT 9;
