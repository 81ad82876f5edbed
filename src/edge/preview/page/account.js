import { byId, element, listening, whileBusy } from "./dom.js";
import { askDoor, fetchMe, leaveForDoor } from "./door.js";
import { areDrafts, draftsAreOf } from "./drafts.js";
import { say } from "./shell.js";

/** @type {Readonly<Record<string, string>>} */
const ROLES = { reader: "Reader", editor: "Editor", admin: "Admin" };

/**
 * Finds out who looks, and shows those who are signed in who they are, and the way out. Whoever sits at the machine
 * needs neither.
 * @returns {Promise<import("./door.js").Me>}
 */
export async function startAccount() {
  const me = await fetchMe();
  if (me.id === null) leaveForDoor();
  else if (me.signedIn) drawAccount(me);
  return me;
}

/** @param {import("./door.js").Me} me */
function drawAccount({ name, role }) {
  const shown = name ?? "";
  const button = element(
    "button",
    {
      ...{ class: "account-button", type: "button", "aria-expanded": "false" },
      ...{ "aria-controls": "account-menu", "aria-label": `Account of ${shown}`, title: shown },
    },
    initialsOf(shown),
  );
  const menu = element(
    "div",
    { class: "account-menu", id: "account-menu", hidden: true },
    element("p", { class: "account-name" }, shown),
    element("p", { class: "account-role" }, ROLES[role ?? ""] ?? ""),
    wayOut("Sign out", "/api/sign-out"),
    wayOut("Sign out everywhere", "/api/sign-out/everywhere"),
  );
  const root = byId("account", HTMLElement);
  root.replaceChildren(button, menu);
  /** @param {boolean} open */
  const set = (open) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  listening(button, { click: () => set(menu.hidden === true) });
  listening(document, {
    click: ({ target }) => {
      if (target instanceof Node && !root.contains(target)) set(false);
    },
    keydown: (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== "Escape" || menu.hidden) return;
      set(false);
      button.focus();
    },
  });
}

/**
 * @param {string} label
 * @param {string} path
 */
function wayOut(label, path) {
  const button = element("button", { class: "account-out", type: "button" }, label);
  const asks = element("p", { class: "account-asks", role: "alert", hidden: true });
  listening(button, {
    click: () =>
      void whileBusy(button, async () => {
        const lost = asks.hidden ? lostBySigningOut() : [];
        if (lost.length > 0) {
          asks.textContent = `${lost.join(" ")} Press once more to sign out all the same.`;
          asks.hidden = false;
          return;
        }
        try {
          await askDoor(path);
          draftsAreOf(null);
          location.assign("/sign-in");
        } catch (error) {
          say(error instanceof Error ? error.message : String(error));
        }
      }),
  });
  return element("div", {}, button, asks);
}

/**
 * What whoever signs out would lose: it is forgotten with them, since the next at this machine may be somebody else.
 * @returns {readonly string[]}
 */
function lostBySigningOut() {
  const isTyped = byId("line", HTMLInputElement).value.trim() !== "";
  const isWritten = areDrafts() || isTyped;
  const isOnItsWay = document.querySelector(".brought progress, .brought [data-asks]") !== null;
  return [
    ...(isWritten ? ["What you are writing is not saved, and will be lost."] : []),
    ...(isOnItsWay ? ["Files are on their way, or ask what to do with them."] : []),
  ];
}

/** @param {string} name */
function initialsOf(name) {
  const words = name.split(/[\s._-]+/u).filter((word) => word !== "");
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}
