-- The archive of dyad, schema 1. What is kept and why stands in the package comment of internal/archive.
-- Texts are '' and lists are joined with ';' where a value is not known: a date of '' is an unknown date, never today.

-- One row a coded report. seq is the order of arrival: it decides which of two reports at one URL is the later version.
CREATE TABLE report (
	seq           INTEGER PRIMARY KEY,
	id            TEXT NOT NULL UNIQUE,
	revises       TEXT NOT NULL DEFAULT '',  -- id of the version before this one at the same URL
	superseded_by TEXT NOT NULL DEFAULT '',  -- id of the version after it; '' = the current one
	url           TEXT NOT NULL,
	path          TEXT NOT NULL,
	title         TEXT NOT NULL,
	opening       TEXT NOT NULL,             -- the first words of the text, for lists: not every report has a title
	outlet        TEXT NOT NULL,
	agency        TEXT NOT NULL,             -- nearest first, joined with ';'
	language      TEXT NOT NULL,
	genre         TEXT NOT NULL,
	published     TEXT NOT NULL,             -- earliest day
	published_end TEXT NOT NULL,             -- latest day
	events        INTEGER NOT NULL,
	quotes        INTEGER NOT NULL,
	record        BLOB NOT NULL              -- the whole report as JSON, zstd
) STRICT;
CREATE INDEX report_url ON report (url) WHERE url <> '';
CREATE INDEX report_published ON report (published, id);
CREATE INDEX report_current ON report (superseded_by, outlet, quotes); -- what the first page counts

-- One row an event, in columns so that it can be asked for; what is never asked for is kept as JSON.
CREATE TABLE event (
	seq             INTEGER PRIMARY KEY,
	id              TEXT NOT NULL UNIQUE,
	report          INTEGER NOT NULL REFERENCES report (seq),
	position        INTEGER NOT NULL,        -- place in the report's list of events
	event           TEXT NOT NULL,
	mode            TEXT NOT NULL,
	context         TEXT NOT NULL,
	aux             TEXT NOT NULL,           -- '' = reported as having happened
	ongoing         INTEGER NOT NULL,
	date            TEXT NOT NULL,
	enddate         TEXT NOT NULL,
	date_basis      TEXT NOT NULL,
	planned         TEXT,                    -- JSON; null where nothing was planned
	quad            INTEGER NOT NULL,
	scale           REAL NOT NULL,
	confidence      REAL NOT NULL,
	event_text      TEXT NOT NULL,
	start           INTEGER NOT NULL,        -- code points of the text, as everywhere
	stop            INTEGER NOT NULL,
	raw_start       INTEGER NOT NULL,
	raw_stop        INTEGER NOT NULL,
	sentence        INTEGER NOT NULL,
	sentence_start  INTEGER NOT NULL,
	sentence_text   TEXT NOT NULL,           -- a copy, so that a list of rows need not unpack every report
	event_loc       TEXT NOT NULL,           -- JSON
	claimed_by      TEXT NOT NULL,           -- JSON
	also_claimed_by TEXT NOT NULL,           -- JSON
	link            TEXT,
	because         TEXT NOT NULL            -- JSON
) STRICT;
CREATE INDEX event_report ON event (report, position);
CREATE INDEX event_date ON event (date);
CREATE INDEX event_event ON event (event, date);

-- Actors and recipients of the events.
CREATE TABLE party (
	event    INTEGER NOT NULL REFERENCES event (seq),
	role     TEXT NOT NULL,                  -- actor | recipient
	position INTEGER NOT NULL,
	code     TEXT,                           -- null = country not known
	sector   TEXT NOT NULL,
	name     TEXT NOT NULL,
	office   TEXT NOT NULL,
	text     TEXT NOT NULL,
	start    INTEGER NOT NULL,
	stop     INTEGER NOT NULL,
	tokens   TEXT NOT NULL,                  -- the words of name (or text), folded, each between blanks
	PRIMARY KEY (event, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_code ON party (code, role, event);

-- The pairs of codes between which an event runs, a <= b: actor with recipient, or the actors among themselves where
-- there is no recipient.
CREATE TABLE pair (
	a     TEXT NOT NULL,
	b     TEXT NOT NULL,
	event INTEGER NOT NULL REFERENCES event (seq),
	PRIMARY KEY (a, b, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_event ON pair (event);

CREATE TABLE quote (
	seq      INTEGER PRIMARY KEY,
	report   INTEGER NOT NULL REFERENCES report (seq),
	position INTEGER NOT NULL,
	id       TEXT NOT NULL,
	kind     TEXT NOT NULL,
	start    INTEGER NOT NULL,
	stop     INTEGER NOT NULL,
	words    TEXT NOT NULL,                  -- what was said, without the cue that splits it
	code     TEXT NOT NULL,                  -- of the speaker; '' = not known
	tokens   TEXT NOT NULL,                  -- of the speaker's name and office, folded
	record   TEXT NOT NULL,                  -- the quote as JSON
	UNIQUE (report, id)
) STRICT;
CREATE INDEX quote_code ON quote (code);

-- Counts of the current versions' events, one row a pair, month, type and status; kept in the transaction that adds the events.
-- Scores are summed as whole thousandths, so that the sum does not depend on the order of arrival.
CREATE TABLE dyad_month (
	a     TEXT NOT NULL,
	b     TEXT NOT NULL,
	month TEXT NOT NULL,                     -- YYYY-MM; '' = not dated
	event TEXT NOT NULL,
	aux   TEXT NOT NULL,
	quad  INTEGER NOT NULL,
	n     INTEGER NOT NULL,
	scale INTEGER NOT NULL,
	PRIMARY KEY (a, b, month, event, aux, quad)
) STRICT, WITHOUT ROWID;

-- Counts of the current versions' events by month and status, whoever took part.
CREATE TABLE event_month (
	month TEXT NOT NULL,
	aux   TEXT NOT NULL,
	n     INTEGER NOT NULL,
	PRIMARY KEY (month, aux)
) STRICT, WITHOUT ROWID;

-- Full text of every version; rowid = report.seq.
CREATE VIRTUAL TABLE search USING fts5 (title, text, tokenize = 'unicode61 remove_diacritics 2');
