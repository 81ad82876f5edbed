import { articleHref, readAddress } from "./address.js";
import { ClientError } from "./client.js";

/**
 * @typedef {object} Me
 * @property {string | null} id
 * @property {string | null} name
 * @property {"reader" | "editor" | "admin" | null} role
 * @property {readonly string[]} edits single channels that they edit, whatever their role
 * @property {boolean} signedIn false at the machine itself, where nobody needs to be
 * @property {readonly ("link" | "passphrase")[]} ways
 */

const SIGN_IN = "/sign-in";
/** Where somebody was when they had to sign in, for as long as the tab is open. */
const BACK = "copydesk.back";

/** @returns {Promise<Me>} */
export async function fetchMe() {
  return read(await reach("/api/me"));
}

/**
 * @param {string} path
 * @param {Readonly<Record<string, string>>} body
 */
export async function askDoor(path, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return read(await reach(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** Leads to the sign-in, and back to this place afterwards. */
export function leaveForDoor() {
  keep(location.pathname + location.search + location.hash);
  location.assign(SIGN_IN);
}

/** Whoever is signed in no more is led to the sign-in. */
export async function leaveIfSignedOut() {
  const me = await fetchMe().catch(() => null);
  if (me !== null && me.id === null) leaveForDoor();
}

/** Leads to where somebody was before, and nowhere but in this page. */
export function comeBack() {
  const url = URL.parse(behindHash() ?? kept() ?? "/", location.origin);
  const isOwn = url !== null && url.origin === location.origin && url.pathname !== SIGN_IN;
  location.replace(isOwn ? url.href : "/");
}

/** The server leads here: the browser keeps what stood behind the #, and the server puts an article's address there. */
function behindHash() {
  const { hash } = location;
  const address = readAddress({ pathname: hash.slice(1), hash: "" });
  if (address.kind === "article") return articleHref(address.id);
  return hash.startsWith("#/") ? `/${hash}` : null;
}

/** @param {string} address */
function keep(address) {
  try {
    sessionStorage.setItem(BACK, address);
  } catch {
    // A browser that keeps nothing for this site: the sign-in leads to the beginning.
  }
}

function kept() {
  try {
    const address = sessionStorage.getItem(BACK);
    sessionStorage.removeItem(BACK);
    return address;
  } catch {
    return null;
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 */
async function reach(path, init) {
  try {
    return await fetch(path, init);
  } catch (cause) {
    throw new ClientError("Copydesk cannot be reached: is it still running?", { cause });
  }
}

/** @param {Response} response */
async function read(response) {
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  throw new ClientError(body?.error ?? "Copydesk gave an answer that this page cannot read.");
}
