import { call } from "./client.js";

/**
 * A fact, and what stands behind it wherever it is shown.
 * @typedef {{ text: string, owner: string | null }} FactLine
 */

/**
 * @typedef {object} ArticleRow
 * @property {string} id
 * @property {string} headline
 * @property {readonly FactLine[]} facts
 * @property {number} quotes
 * @property {string | null} source
 * @property {string | null} byline
 * @property {string} kind
 * @property {string | null} section
 * @property {readonly string[]} tags
 * @property {number} takenIn
 * @property {number | null} published
 * @property {number} revision
 * @property {string | null} story
 * @property {"shown" | "open" | "posted" | "told" | "held" | "killed"} status
 * @property {string | null} sign
 * @property {string | null} rule
 * @property {number | null} until
 *
 * @typedef {object} Point
 * @property {number} at
 * @property {number} number
 *
 * @typedef {object} QuarantineRow
 * @property {string} path
 * @property {string} reason
 * @property {number} at
 * @property {number | null} again
 * @property {number} tried
 *
 * @typedef {object} StoryRow
 * @property {string} story
 * @property {string} headline
 * @property {number} reports
 * @property {boolean} more
 * @property {readonly string[]} sources
 * @property {number} first
 * @property {number} last
 *
 * @typedef {object} StorySheet
 * @property {string} story
 * @property {string} headline
 * @property {readonly { row: ArticleRow, at: number, changes: readonly string[], copy: boolean }[]} steps
 * @property {readonly string[]} differ
 *
 * @typedef {object} ChannelRow
 * @property {string} name
 * @property {string} carries
 * @property {string} schedule
 * @property {string} timeZone
 * @property {readonly number[]} next
 * @property {number | null} last
 * @property {number | "forever" | null} rests
 * @property {readonly { place: string, trouble: string | null }[]} places
 * @property {string | null} audience
 * @property {string} layout
 * @property {string | null} approval what must happen before an edition is posted; `null`: nothing
 * @property {string | null} ordered by whom, and on which platform; `null`: the config file says so
 * @property {boolean} mine whoever looks ordered it, and edits this one alone
 *
 * @typedef {object} StatusSheet
 * @property {number} at
 * @property {string} timeZone
 * @property {string} version
 * @property {number} startedAt
 * @property {readonly string[]} warnings
 * @property {readonly { platform: string, says: string }[]} connections
 * @property {readonly { place: string, parts: number, since: number, error: string | null }[]} waiting
 * @property {number} held
 * @property {number} reports
 * @property {number} givenUp
 * @property {string} balance
 * @property {readonly { path: string, rule: string }[]} quarantined
 * @property {number} quarantinedInAll
 * @property {readonly { at: number, name: string, did: string }[]} audit
 *
 * @typedef {object} ArticleSheet
 * @property {string} id
 * @property {string} headline
 * @property {string | null} subheadline
 * @property {string | null} sign
 * @property {string | null} byline
 * @property {string | null} source
 * @property {string | null} sourceUrl
 * @property {string | null} place
 * @property {string | null} section
 * @property {readonly string[]} tags
 * @property {string} kind
 * @property {string | null} language
 * @property {number | null} published
 * @property {number} takenIn
 * @property {number} revision
 * @property {string | null} usageTerms
 * @property {string | null} copyright
 * @property {string | null} note
 * @property {string | null} path
 * @property {string} body
 * @property {readonly (FactLine & { start: number, end: number })[]} facts
 * @property {readonly { text: string, start: number, end: number, speaker: string | null, hedge: string | null }[]} quotes
 * @property {readonly { version: number | null, at: number | null, by: string | null, says: string, details: readonly string[],
 *   note: string | null, unkept: import("./mend-list.js").Unkept | null }[]} revisions
 * @property {{ story: string, says: string, others: readonly { id: string, headline: string, source: string | null, at: number }[], differ: readonly string[] } | null} story
 * @property {readonly { channel: string, platform: string, url: string | null }[]} posts
 *
 * @typedef {{ state: "shown", article: ArticleSheet, held: null }
 *   | { state: "held" | "killed", article: ArticleSheet, held: { until: number | null, rule: string } }
 *   | { state: "not-shown", says: readonly string[] }} ArticleShown
 *
 * @typedef {object} Marks
 * @property {number} inbox
 * @property {number} held
 * @property {number} quarantine
 * @property {number} at by the bot's clock
 */

/**
 * @template Row
 * @typedef {{ rows: readonly Row[], page: number, more: boolean }} Paged
 */

/**
 * @param {string} status empty: every one
 * @param {string} from as the page before named it; empty: the newest
 * @returns {Promise<{ rows: readonly ArticleRow[], next: Point | null }>}
 */
export function fetchInbox(status, from) {
  return call(`/api/board/inbox?${new URLSearchParams({ status, from })}`);
}

/**
 * @param {number} page
 * @returns {Promise<Paged<ArticleRow>>}
 */
export function fetchHeld(page) {
  return call(`/api/board/held?page=${page}`);
}

/**
 * @param {number} page
 * @returns {Promise<Paged<QuarantineRow>>}
 */
export function fetchQuarantine(page) {
  return call(`/api/board/quarantine?page=${page}`);
}

/**
 * @param {string} path
 * @returns {Promise<{ lines: readonly string[], size: number, more: boolean } | null>}
 */
export function fetchBeginning(path) {
  return call(`/api/board/beginning?${new URLSearchParams({ path })}`, {}, true);
}

/**
 * @param {string} from as the page before named it; empty: the last
 * @returns {Promise<{ rows: readonly StoryRow[], next: string | null }>}
 */
export function fetchStories(from) {
  return call(`/api/board/stories${from === "" ? "" : `?from=${encodeURIComponent(from)}`}`);
}

/**
 * @param {string} id
 * @returns {Promise<StorySheet>}
 */
export function fetchStory(id) {
  return call(`/api/board/stories/${encodeURIComponent(id)}`);
}

/**
 * @param {URLSearchParams} query
 * @returns {Promise<Paged<ArticleRow>>}
 */
export function fetchArchive(query) {
  return call(`/api/board/archive?${query}`);
}

/**
 * @param {number} page
 * @returns {Promise<Paged<ChannelRow>>}
 */
export function fetchChannelRows(page) {
  return call(`/api/board/channels?page=${page}`);
}

/** @returns {Promise<StatusSheet>} */
export function fetchStatus() {
  return call("/api/board/status");
}

/**
 * @param {Readonly<Record<"inbox" | "held" | "quarantine", number>>} seen
 * @returns {Promise<Marks>}
 */
export function fetchMarks({ inbox, held, quarantine }) {
  return call(`/api/board/marks?inbox=${inbox}&held=${held}&quarantine=${quarantine}`);
}

/**
 * @param {string} id
 * @returns {Promise<ArticleShown>}
 */
export function fetchArticle(id) {
  return call(`/api/articles/${encodeURIComponent(id)}`);
}
