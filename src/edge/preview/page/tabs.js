import { goTo, tabHref } from "./address.js";
import { byId, element, listening } from "./dom.js";
import { createArchiveTab } from "./tab-archive.js";
import { createChannelsTab } from "./tab-channels.js";
import { createHeldTab } from "./tab-held.js";
import { createInboxTab } from "./tab-inbox.js";
import { createQuarantineTab } from "./tab-quarantine.js";
import { createSetupTab } from "./tab-setup.js";
import { createStatusTab } from "./tab-status.js";
import { createStoriesTab } from "./tab-stories.js";
import { createWaitingTab } from "./tab-waiting.js";

/**
 * What a tab is given.
 * @typedef {object} TabParts
 * @property {(line: string, label?: string) => Promise<void>} ask gives a command as if it was typed, without its slash; its
 *   answer, or its question back, appears at the desk. Resolves once it is there; the tab in sight is then drawn anew.
 * @property {(text: string) => void} say to those who listen to the page
 * @property {() => void} refresh draws the tab in sight anew
 * @property {Role} role of whoever looks: what they may not do has no button
 * @property {readonly string[]} edits single channels that they edit, whatever their role
 */

/** @typedef {"reader" | "editor" | "admin"} Role */

/**
 * One tab of the page. `draw` empties and fills `root`, which is the tab's own and stays; it is called with what stands in the
 * address behind the tab's name (`#/~waiting/REST`), when the tab is opened, when REST changes, and when something in the newsroom has
 * changed. Of the last a tab hears nothing while somebody types in one of its fields, or while there is an element with
 * `data-busy` in it.
 * @typedef {object} Tab
 * @property {string} name as the address has it: small letters
 * @property {string} label
 * @property {string} about what stands in it, in a sentence without its full stop
 * @property {Role} least the least that somebody must be to see it
 * @property {true} [ofChannel] whoever edits a single channel sees it, too
 * @property {true} [single] others may open single things in it by their address, as the desk lets them
 * @property {(root: HTMLElement, rest: string) => Promise<void>} draw
 */

/** In their order, behind Editions; a line each. @type {readonly ((parts: TabParts) => Tab)[]} */
const TABS = [
  createInboxTab,
  createWaitingTab,
  createHeldTab,
  createQuarantineTab,
  createStoriesTab,
  createArchiveTab,
  createChannelsTab,
  createSetupTab,
  createStatusTab,
];

/** The name of the first tab, which is no module of its own: the channels' editions. */
export const EDITIONS = "editions";

/** @type {readonly Role[]} */
const ROLES = ["reader", "editor", "admin"];

/**
 * The tabs that somebody may see something in.
 * @param {TabParts} parts
 * @returns {readonly Tab[]}
 */
export function tabsFor(parts) {
  const made = TABS.map((create) => create(parts));
  return made.filter((tab) => isShown(tab, parts) || tab.single === true);
}

/**
 * Whether a tab stands in the strip: what may be opened by its address alone does not.
 * @param {Tab} tab
 * @param {Pick<TabParts, "role" | "edits">} who
 */
export function isShown({ least, ofChannel }, { role, edits }) {
  const isEnough = ROLES.indexOf(role) >= ROLES.indexOf(least);
  return isEnough || (ofChannel === true && edits.length > 0);
}

/**
 * The strip of tabs (WAI-ARIA Authoring Practices, "Tabs Pattern", with manual activation: the arrows move between tabs, Enter
 * opens one). Each is a link, so that it can be opened apart.
 * @param {readonly Tab[]} tabs
 */
export function createTabStrip(tabs) {
  const strip = byId("tabs", HTMLElement);
  const all = [{ name: EDITIONS, label: "Editions" }, ...tabs];
  const links = all.map(({ name, label }) =>
    element(
      "a",
      {
        ...{ class: "tab", role: "tab", id: `tab-${name}` },
        href: name === EDITIONS ? "/#/" : tabHref(name),
        "aria-controls": name === EDITIONS ? "editions" : "panel",
        "aria-selected": "false",
        tabindex: -1,
      },
      label,
    ),
  );
  strip.replaceChildren(...links);
  listening(strip, { keydown: (event) => walk(event, links) });
  return {
    /**
     * Says how much is new in tabs.
     * @param {ReadonlyMap<string, number>} fresh by their names
     */
    mark: (fresh) => {
      for (const [index, link] of links.entries()) {
        const { name, label } = all[index] ?? { name: "", label: "" };
        const count = fresh.get(name) ?? 0;
        if (link.dataset.new === String(count)) continue;
        link.dataset.new = String(count);
        link.replaceChildren(label, ...(count === 0 ? [] : [markOf(count)]));
      }
    },
    /** @param {string | null} opened the name of the tab in sight; `null`, or one that is not here: none, as for an article */
    select: (opened) => {
      const name = all.some((one) => one.name === opened) ? opened : null;
      for (const [index, link] of links.entries()) {
        const selected = all[index]?.name === name;
        link.setAttribute("aria-selected", String(selected));
        link.tabIndex = selected || (name === null && index === 0) ? 0 : -1;
        if (selected) link.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    },
  };
}

/** Nobody counts further. */
const MOST_COUNTED = 99;

/** @param {number} count */
function markOf(count) {
  const text = count >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(count);
  return element(
    "span",
    { class: "tab-mark" },
    text,
    element("span", { class: "visually-hidden" }, " new"),
  );
}

/**
 * @param {Event} event
 * @param {readonly HTMLAnchorElement[]} links
 */
function walk(event, links) {
  if (!(event instanceof KeyboardEvent)) return;
  const at = links.findIndex((link) => link.matches(":focus"));
  if (event.key === " " && at >= 0) {
    event.preventDefault();
    goTo(links[at]?.href ?? "/");
    return;
  }
  const back = getComputedStyle(document.documentElement).direction === "rtl" ? 1 : -1;
  /** @type {Readonly<Record<string, number>>} */
  const steps = { ArrowLeft: at + back, ArrowRight: at - back, Home: 0, End: links.length - 1 };
  const next = steps[event.key];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  links[(next + links.length) % links.length]?.focus();
}
