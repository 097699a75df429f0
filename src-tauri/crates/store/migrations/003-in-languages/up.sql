-- Briefings in Russian and Belarusian name the dossier, who acted and why in their own words.
ALTER TABLE dossier ADD COLUMN name_ru TEXT;
ALTER TABLE dossier ADD COLUMN name_be TEXT;
ALTER TABLE milestone ADD COLUMN who_ru TEXT;
ALTER TABLE milestone ADD COLUMN who_be TEXT;
ALTER TABLE lineage ADD COLUMN judgement_ru TEXT;
ALTER TABLE lineage ADD COLUMN judgement_be TEXT;
-- Whose judgement a link is, and when the analyst made a bundled one their own.
ALTER TABLE lineage ADD COLUMN origin TEXT NOT NULL DEFAULT 'analyst';
ALTER TABLE lineage ADD COLUMN confirmed_at INTEGER;
-- Until now links came with the bundled dossier only.
UPDATE lineage SET origin = 'bundled';
