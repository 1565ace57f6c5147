-- Version 1. A file a version: opening an older project runs the files it has not seen, after a backup.
CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

-- What was given: the original bytes, compressed; `mapping` is set where a table was imported, and says how.
CREATE TABLE sources (
  sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL, mapping TEXT,
  at TEXT NOT NULL, who TEXT NOT NULL);

-- What was read from it: the text that every offset counts in, compressed, and all else that is known of it.
CREATE TABLE documents (
  doc_id TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources (sha256), position INTEGER NOT NULL,
  name TEXT NOT NULL, sha256 TEXT NOT NULL, text BLOB NOT NULL, record BLOB NOT NULL,
  given BLOB);  -- the events that a table states; they are not extracted but stand as they are
CREATE INDEX documents_in_order ON documents (position);

CREATE TABLE runs (
  run_id INTEGER PRIMARY KEY AUTOINCREMENT, program TEXT NOT NULL, settings TEXT NOT NULL, inputs TEXT NOT NULL,
  rest BLOB NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL);

-- Of the last run. state: 0 as found, 1 as found but overridden by an edit, 2 as edited, 3 as edited and hidden.
-- lo and hi are first and last day, an open side far out; both are null where the event is undated.
CREATE TABLE events (
  event INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT NOT NULL, state INTEGER NOT NULL, lo INTEGER, hi INTEGER);
CREATE INDEX events_by_id ON events (event_id);
CREATE INDEX events_in_time ON events (lo IS NULL, lo, hi, state);
CREATE INDEX events_edited ON events (state) WHERE state > 0;
CREATE TABLE records (event INTEGER PRIMARY KEY, title TEXT NOT NULL, record BLOB NOT NULL);
CREATE TABLE mentions (
  event INTEGER NOT NULL, position INTEGER NOT NULL, doc_id TEXT NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL,
  PRIMARY KEY (event, position)) WITHOUT ROWID;
CREATE INDEX mentions_by_document ON mentions (doc_id);
CREATE TABLE actors (actor INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE casts (
  actor INTEGER NOT NULL, event INTEGER NOT NULL, lo INTEGER, hi INTEGER, PRIMARY KEY (actor, event)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
  title, excerpt, date_text, place, actors, content = '', tokenize = "unicode61 remove_diacritics 2");

-- The log. Nothing in it is ever changed; undo is another row; chain is the hash of the row and of the chain before it.
CREATE TABLE edits (
  edit_id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, undoes INTEGER,
  record TEXT NOT NULL, chain TEXT NOT NULL);
CREATE TRIGGER edits_stay BEFORE UPDATE ON edits BEGIN SELECT RAISE(ABORT, 'an edit is never changed'); END;
CREATE TRIGGER edits_are_kept BEFORE DELETE ON edits BEGIN SELECT RAISE(ABORT, 'an edit is never deleted'); END;

-- How the columns of a table were read, by the signature of its header.
CREATE TABLE mappings (signature TEXT PRIMARY KEY, mapping TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL);
