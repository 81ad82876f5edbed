import { draftOf, keepDraft } from "./drafts.js";

/**
 * @typedef {import("./mend-list.js").Bench} Bench
 * @typedef {import("./mend-list.js").Mending} Mending
 */

/** @param {Pick<Bench, "id">} bench */
const nameOf = ({ id }) => `mend ${id}`;

/**
 * Keeps what somebody has begun to mend of an article, for as long as the browser's tab is open.
 * @param {Pick<Bench, "id" | "revision" | "mendings">} bench
 * @param {readonly Mending[] | null} list `null`: it is saved, or left
 */
export function keepBegun(bench, list) {
  const isNothing = list === null || JSON.stringify(list) === JSON.stringify(bench.mendings);
  const { revision } = bench;
  keepDraft(nameOf(bench), isNothing ? "" : JSON.stringify({ revision, list }));
}

/**
 * What was begun and is not saved; `other`: of an earlier version, where its words may not stand; `null`: nothing.
 * @param {Pick<Bench, "id" | "revision">} bench
 * @returns {readonly Mending[] | "other" | null}
 */
export function begunOf(bench) {
  try {
    const { revision, list } = JSON.parse(draftOf(nameOf(bench)));
    if (!Array.isArray(list)) return null;
    return revision === bench.revision ? list : "other";
  } catch {
    return null;
  }
}
