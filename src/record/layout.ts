/** The first layout. `json` columns hold the noun as in model/; the columns beside it are for finding it. */
const first = `
CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
CREATE TABLE log (seq INTEGER PRIMARY KEY, line VARCHAR NOT NULL);
CREATE TABLE evidence (
  sha256 VARCHAR PRIMARY KEY, bytes BIGINT NOT NULL, origin VARCHAR NOT NULL, captured_at VARCHAR NOT NULL
);
CREATE TABLE documents (id VARCHAR PRIMARY KEY, sha256 VARCHAR NOT NULL, published VARCHAR, json VARCHAR NOT NULL);
CREATE TABLE reports (
  id VARCHAR PRIMARY KEY, document VARCHAR NOT NULL, type VARCHAR NOT NULL, status VARCHAR NOT NULL,
  country VARCHAR, "from" VARCHAR, json VARCHAR NOT NULL
);
CREATE TABLE claims (
  id VARCHAR PRIMARY KEY, document VARCHAR NOT NULL, kind VARCHAR NOT NULL, of VARCHAR NOT NULL, json VARCHAR NOT NULL
);
CREATE TABLE snapshots (id VARCHAR PRIMARY KEY, dataset VARCHAR NOT NULL, release VARCHAR NOT NULL, json VARCHAR NOT NULL);
CREATE TABLE imports (
  snapshot VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, file VARCHAR NOT NULL,
  rows INTEGER NOT NULL, rejected INTEGER NOT NULL, digest VARCHAR NOT NULL
);
CREATE TABLE rows (
  snapshot VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, row VARCHAR NOT NULL, "from" DATE NOT NULL, "to" DATE NOT NULL,
  date_precision VARCHAR, country VARCHAR, admin1 VARCHAR, place VARCHAR, latitude DOUBLE, longitude DOUBLE,
  place_precision VARCHAR, type VARCHAR NOT NULL, mode VARCHAR, side_a VARCHAR, side_b VARCHAR, parties VARCHAR,
  violence VARCHAR, killed_low INTEGER, killed_best INTEGER, killed_high INTEGER, civilians_best INTEGER,
  injured_best INTEGER, disputed VARCHAR, sources VARCHAR, summary VARCHAR
);
`;

/** Decisions of people, kept apart from what was read or reckoned; `undone`: log entry that took one back. */
const withDecisions = `
CREATE TABLE decisions (
  id VARCHAR PRIMARY KEY, seq INTEGER NOT NULL, kind VARCHAR NOT NULL, json VARCHAR NOT NULL, undone INTEGER
);
`;

/**
 * Where captured bytes came from and what was done with them. Evidence of older records has null in the new columns:
 * nobody wrote it down. `seq`: the log entry that vouches for the row. Headers, redirects and detail are JSON.
 */
const withCustody = `
ALTER TABLE evidence ADD COLUMN seq INTEGER;
ALTER TABLE evidence ADD COLUMN url VARCHAR;
ALTER TABLE evidence ADD COLUMN stated_url VARCHAR;
ALTER TABLE evidence ADD COLUMN captured_by VARCHAR;
ALTER TABLE evidence ADD COLUMN tool VARCHAR;
ALTER TABLE evidence ADD COLUMN headers VARCHAR;
ALTER TABLE evidence ADD COLUMN redirects VARCHAR;
CREATE TABLE custody (seq INTEGER NOT NULL, sha256 VARCHAR NOT NULL, event VARCHAR NOT NULL, detail VARCHAR);
INSERT INTO custody
  SELECT seq, json_extract_string(line, '$.data.sha256'), 'imported', NULL FROM log
  WHERE json_extract_string(line, '$.kind') IN ('read', 'imported') ORDER BY seq;
`;

/**
 * Codings that a newer one took the place of: the whole of what was read (document, reports, claims in JSON), and the
 * ids that are gone with those that took their place. `seq`: the log entry of the newer coding.
 */
const withRecoding = `
CREATE TABLE superseded (
  seq INTEGER PRIMARY KEY, document VARCHAR NOT NULL, json VARCHAR NOT NULL, successors VARCHAR NOT NULL
);
`;

/**
 * What the resolver says: events of two reports or more, and why each of their reports stands there. Every other report
 * is an event alone. `told`: when and where the reports of texts may have been (days since 1970-01-01), to find those
 * near others; `prints`: what copies of a text are known by, and the document that stands for all of them.
 */
const withEvents = `
CREATE TABLE events (
  id VARCHAR NOT NULL, type VARCHAR NOT NULL, countries VARCHAR NOT NULL, "from" VARCHAR, "to" VARCHAR, killed INTEGER,
  json VARCHAR NOT NULL
);
CREATE TABLE members (report VARCHAR NOT NULL, event VARCHAR NOT NULL, json VARCHAR NOT NULL);
CREATE TABLE told (report VARCHAR NOT NULL, type VARCHAR NOT NULL, country VARCHAR, first INTEGER, last INTEGER);
CREATE TABLE prints (document VARCHAR NOT NULL, copies VARCHAR NOT NULL, print VARCHAR NOT NULL);
CREATE TABLE bands (band VARCHAR NOT NULL, document VARCHAR NOT NULL);
`;

/**
 * What brings a record from each layout to the next, from nothing on: a released step never changes, a new layout is a
 * new step.
 */
export const steps: readonly string[] = [first, [withDecisions, withCustody, withRecoding, withEvents].join('\n')];

/** Number of the layout that this griot writes; a record with a higher one was made by a newer griot and is not touched. */
export const layout = steps.length;
