-- What a vote of another body is called, where its files say so.
ALTER TABLE mercato ADD COLUMN title TEXT;
