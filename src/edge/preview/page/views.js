import { byId, element } from "./dom.js";

/**
 * @typedef {import("./address.js").Address} Address
 * @typedef {import("./tabs.js").Tab} Tab
 */

/**
 * The stage: editions, or one of the tabs, each in a place of its own, so that what one draws late never stands in another.
 * @param {readonly Tab[]} tabs
 * @param {Tab} article draws the article whose id it is given
 * @param {(error: unknown) => void} onFault
 */
export function createViews(tabs, article, onFault) {
  const editions = byId("editions", HTMLElement);
  const panel = byId("panel", HTMLElement);
  // They scroll, and are reached by the keyboard where nothing in them is.
  for (const view of [editions, panel]) view.tabIndex = 0;
  /** @type {Map<string, HTMLElement>} */
  const roots = new Map();

  /** @param {string} name */
  const rootOf = (name) => {
    const known = roots.get(name) ?? element("div", { class: "tab-root", "data-tab": name });
    if (!roots.has(name)) {
      roots.set(name, known);
      panel.append(known);
    }
    for (const [other, root] of roots) root.hidden = other !== name;
    return known;
  };

  return {
    /**
     * The tab that an address asks for; `null` for editions, and for a tab that is not there.
     * @param {Address} address
     */
    tabAt: (address) => {
      if (address.kind === "article") return article;
      return address.kind === "tab"
        ? (tabs.find(({ name }) => name === address.name) ?? null)
        : null;
    },
    /**
     * Shows a tab, or the editions.
     * @param {Tab | null} tab
     */
    turnTo: (tab) => {
      editions.hidden = tab !== null;
      panel.hidden = tab === null;
      const isTab = tab !== null && tab !== article;
      // One that is opened by its address alone has no tab of its own.
      const own = isTab ? document.getElementById(`tab-${tab.name}`) : null;
      panel.setAttribute("aria-labelledby", own?.id ?? "channel-name");
      if (tab !== null) rootOf(tab.name);
    },
    /**
     * @param {Tab} tab
     * @param {string} rest
     * @param {{ news: boolean }} why news: something has changed, which waits while somebody types
     */
    draw: async (tab, rest, { news }) => {
      const root = rootOf(tab.name);
      if (news && isBusy(root)) return;
      root.setAttribute("aria-busy", "true");
      await tab.draw(root, rest).catch(onFault);
      root.setAttribute("aria-busy", "false");
    },
    toTop: () => {
      panel.scrollTop = 0;
    },
  };
}

/** @param {HTMLElement} root */
function isBusy(root) {
  const active = document.activeElement;
  const typing = active?.matches("input, select, textarea") === true && root.contains(active);
  return typing || root.querySelector("[data-busy]") !== null;
}
