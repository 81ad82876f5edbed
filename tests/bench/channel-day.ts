import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Each place has its slot every ten minutes: a tenth of them is due each minute. */
const GROUPS = 10;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** As much copy as comes in a minute of a day that brings 20,000. */
export const ARTICLES_A_MINUTE = 14;
/** So many of the day's editions of each place are stored: all 144 would take the bench an hour to write. */
const EDITIONS = 6;
const ITEMS = 8;
/** One place in so many is on Slack beside the page, so that what is due stays below Slack's pace. */
const ON_SLACK = 10;
/** One channel in so many is the config file's; the others were ordered in chat. */
const OF_FILE = 10;
/** One channel in so many wants what is urgent at once. */
const AT_ONCE = 3;
/** One in so many has a topic; one in so many a time zone of its own. */
const WITH_TOPIC = 4;
const ELSEWHERE = 7;
const SECTIONS = ["local", "business", "sport", "weather", "culture"];
const ZONES = ["Europe/London", "Asia/Karachi", "America/New_York"];
const TOPICS = ["bridge OR ferry", "minister", "coach AND stadium", "archive OR coroner"];

/** A newsroom of so many places: of ten, nine are channels on the page, of which one is on Slack too. */
export function channelsOf(places: number): readonly object[] {
  const channels = Math.round((places * (ON_SLACK - 1)) / ON_SLACK);
  return Array.from({ length: channels }, (_, index) => entryOf(index));
}

function entryOf(index: number): object {
  const minutes = Array.from({ length: 60 / GROUPS }, (_, turn) => turn * GROUPS + groupOf(index));
  const section = SECTIONS[index % (SECTIONS.length + 1)];
  return {
    name: `channel-${index}`,
    schedule: `${minutes.join(",")} * * * *`,
    layout: "compact",
    ...(section !== undefined && { sections: [section] }),
    // Every ninth channel: so is one place in ten on Slack.
    ...(index % (ON_SLACK - 1) === 0 && { slack: slackOf(index) }),
    ...(index % AT_ONCE === 0 && { atOnce: 2 }),
    ...(index % WITH_TOPIC === 1 && { topics: TOPICS[index % TOPICS.length] }),
    ...(index % ELSEWHERE === 0 && { timeZone: ZONES[index % ZONES.length] }),
  };
}

function slackOf(index: number): string {
  return `C${String(index).padStart(8, "0")}`;
}

/** Writes a config with a tenth of the channels, and orders the others in the store as in chat. */
export function orderChannels(folder: string, places: number): void {
  const entries = channelsOf(places);
  const isOfFile = (_: object, index: number) => index % OF_FILE === 0;
  const config = {
    timeZone: "UTC",
    adminChannel: { slack: "C0ADMIN01" },
    channels: entries.filter(isOfFile),
  };
  mkdirSync(join(folder, "articles"));
  writeFileSync(join(folder, "newsroom.yaml"), JSON.stringify(config));
  withData(folder, (db) => {
    const order = db.prepare(
      "insert into channel_order (name, entry, by, by_name, at) values (?, ?, 'slack:U1', 'Bench', 0)",
    );
    for (const [index, entry] of entries.entries())
      if (!isOfFile(entry, index)) order.run(`channel-${index}`, JSON.stringify(entry));
  });
}

/**
 * Fills a store that has articles and their stories with the rest of a day: their texts, the ledger, and for each place
 * its place in the stream, editions and posts. The pattern's thousand articles are copied, and one message for all posts.
 */
export function storeDay(folder: string, places: number, message: string, now: number): void {
  withData(folder, (db) => {
    db.exec(TEXTS);
    const slot = db.prepare("insert into place values (?, ?, ?, ?)");
    for (const [index] of channelsOf(places).entries()) {
      const due = lastSlot(index, now);
      slot.run(`channel-${index}@preview:channel-${index}`, "preview", `channel-${index}`, due);
      if (index % (ON_SLACK - 1) === 0)
        slot.run(`channel-${index}@slack:${slackOf(index)}`, "slack", slackOf(index), due);
    }
    db.prepare("insert into posted_message values (?)").run(message);
    db.exec(POSTS);
  });
}

/** As many of each group are on Slack. */
function groupOf(index: number): number {
  return Math.floor(index / (ON_SLACK - 1)) % GROUPS;
}

/** The slot of a channel that came last. */
function lastSlot(index: number, now: number): number {
  const minute = Math.floor(now / MINUTE);
  return (minute - ((minute - groupOf(index)) % GROUPS)) * MINUTE;
}

/** The copies have lost their texts: `placing` reads none. */
const TEXTS = `
  create temp table place (id text, platform text, address text, slot integer);
  create temp table posted_message (message text);
  insert into article_revision (article_id, revision, path, content_hash, stamp, article, brief)
    select copy.id, 1, copy.path, copy.content_hash, copy.id,
      json_set(pattern.article, '$.id', copy.id, '$.path', copy.path, '$.contentHash', copy.content_hash,
        '$.takenIn', copy.taken_in, '$.published', copy.taken_in),
      json_set(pattern.brief, '$.id', copy.id)
    from article as copy
    join article as first on first.number = (copy.number - 1) % 1000 + 1
    join article_revision as pattern on pattern.article_id = first.id and pattern.revision = 1
    where copy.number > 1000;
  insert into ledger (path, content_hash, stage, rule, at, article_id)
    select path, content_hash, stage, 'It was read', taken_in, id from article
    cross join (select 'taken-in' as stage union all select 'briefed') order by number, stage desc;
`;

const POSTS = `
  create temp table issue as
    select id, platform, address, nth, slot - nth * ${4 * HOUR} as slot,
      'k' || place.rowid || '-' || nth as key
    from place cross join (with recursive turn (nth) as (select 0 union all select nth + 1 from turn where nth < ${EDITIONS - 1}) select nth from turn);
  create temp table item as
    select issue.id, issue.slot, issue.key, position, article.id as article, article.path, article.content_hash
    from issue
    cross join (with recursive turn (position) as (select 0 union all select position + 1 from turn where position < ${ITEMS - 1}) select position from turn)
    join article on article.number = 1 + abs((select count(*) from article) - 40 - nth * 3300 - position * 5 - issue.rowid % 5) % (select count(*) from article);
  insert into slot (subscription, slot, at, at_once, number) select id, slot, slot, 0, ${EDITIONS} - nth from issue;
  insert into progress (subscription, ordered, number, at)
    select id, '', (select coalesce(max(number), 0) from article where taken_in <= place.slot), slot from place;
  insert into edition (subscription, slot, channel, time_zone, waiting) select id, slot, address, 'UTC', 0 from issue;
  insert into edition_item (subscription, slot, position, article_id, revision, is_update, reason)
    select id, slot, position, article, 1, 0, null from item;
  insert into delivery (key, subscription, slot, part, kind, target, silent, platform, address, message, state, due, attempt,
      again, error, message_id, url, settled_at)
    select key, id, slot, 0, 'post', null, 0, platform, address, (select message from posted_message), 'delivered', slot, 1,
      0, null, key, null, slot from issue;
  insert into delivery_item (article_id, revision, withdrawn, key) select distinct article, 1, 0, key from item;
  insert into ledger (path, content_hash, stage, rule, at, article_id)
    select path, content_hash, 'posted', 'in an edition of the day', slot, article from item order by slot;
`;

function withData(folder: string, work: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(join(folder, "data", "copydesk.db"));
  db.exec(
    "pragma synchronous = off; pragma foreign_keys = off; pragma temp_store = memory; pragma cache_size = -400000; begin",
  );
  work(db);
  db.exec("commit");
  db.close();
}
