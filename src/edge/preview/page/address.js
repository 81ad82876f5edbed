import { listening } from "./dom.js";

/**
 * What the address asks for: a channel's editions (`/#/front-page`; no name: the first), a tab
 * (`/#/~inbox/REST`), or an article (`/a/ID`).
 * @typedef {{ kind: "channel", name: string | null }
 *   | { kind: "tab", name: string, rest: string }
 *   | { kind: "article", id: string }} Address
 */

/** @param {string} name */
export function channelHref(name) {
  return `/#/${encodeURIComponent(name)}`;
}

/**
 * @param {string} name
 * @param {string} [rest] what the tab is to show, encoded by the tab as it reads it
 */
export function tabHref(name, rest = "") {
  return rest === "" ? `/#/~${name}` : `/#/~${name}/${rest}`;
}

/** @param {string} id */
export function articleHref(id) {
  return `/a/${encodeURIComponent(id)}`;
}

/**
 * @param {Pick<Location, "pathname" | "hash">} location
 * @returns {Address}
 */
export function readAddress({ pathname, hash }) {
  const id = /^\/a\/(?<id>[a-z0-9]{1,16})$/.exec(pathname)?.groups?.id;
  if (id !== undefined) return { kind: "article", id };
  const tab = /^#\/~(?<name>[a-z]+)(?:\/(?<rest>.*))?$/.exec(hash)?.groups;
  if (tab?.name !== undefined) return { kind: "tab", name: tab.name, rest: tab.rest ?? "" };
  return { kind: "channel", name: decoded(/^#\/(?<name>.+)$/.exec(hash)?.groups?.name) };
}

/** @param {string | undefined} encoded */
function decoded(encoded) {
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Half an escape, such as `#/%E0`: an address that names no channel of ours.
    return null;
  }
}

/**
 * Goes to an address of the page without loading it anew.
 * @param {string} href
 */
export function goTo(href) {
  if (new URL(href, location.href).href === location.href) return;
  history.pushState(null, "", href);
  dispatchEvent(new PopStateEvent("popstate"));
}

/**
 * Tells of each move. Links within the page load nothing anew; what the browser is to open elsewhere (another tab,
 * another site) is left to it.
 * @param {() => void} onMove
 */
export function followLinks(onMove) {
  let shown = location.href;
  const look = () => {
    if (location.href === shown) return;
    shown = location.href;
    onMove();
  };
  listening(window, { popstate: look, hashchange: look });
  listening(document, {
    click: (event) => {
      if (!(event instanceof MouseEvent) || event.defaultPrevented || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link === null || link.target !== "" || !isOwn(link)) return;
      event.preventDefault();
      goTo(link.href);
    },
  });
}

/** @param {HTMLAnchorElement} link */
function isOwn({ origin, pathname, hash }) {
  if (origin !== location.origin) return false;
  return pathname.startsWith("/a/") || (pathname === "/" && hash.startsWith("#/"));
}
