import { byId, element, listening, whileBusy } from "./dom.js";
import { askDoor, comeBack, fetchMe } from "./door.js";
import { answersAreOf } from "./kept-answers.js";

/** What a link to sign in by has behind its #. */
const KEY = /^#(copydesk_[\w-]+)$/;

/** @type {Readonly<Record<string, string>>} */
const ROLES = {
  reader: "You may read and ask.",
  editor: "You may read, ask, hold and kill.",
  admin: "You may do everything.",
};

async function start() {
  const [, key = null] = KEY.exec(location.hash) ?? [];
  // Neither the history of this browser nor whoever looks over a shoulder keeps it.
  if (key !== null) history.replaceState(null, "", location.pathname);
  answersAreOf(null);
  const me = await fetchMe();
  if (key !== null) await showLink(key);
  else if (me.id !== null) comeBack();
  else if (me.ways.includes("passphrase")) showPassphrase();
  else showHow(me.ways.includes("link"));
}

/**
 * Asks first: whatever else opens links (a preview, a scanner of mail) presses no button.
 * @param {string} key
 */
async function showLink(key) {
  const { name, role } = await askDoor("/api/sign-in/look", { key });
  const button = element("button", { class: "door-button", type: "button" }, `Sign in as ${name}`);
  listening(button, {
    click: () =>
      attempt(button, async () => {
        await askDoor("/api/sign-in/link", { key });
        comeBack();
      }),
  });
  show(
    `Sign in as ${name}?`,
    element("p", {}, ROLES[role] ?? ""),
    element(
      "p",
      {},
      "You stay signed in on this browser for up to 30 days, unless you are away for a week.",
    ),
    button,
    element("p", {}, "Are you somebody else? Close this page: nothing happens."),
  );
}

function showPassphrase() {
  const input = element("input", {
    ...{ id: "passphrase", type: "password", autocomplete: "current-password" },
    ...{ required: true, maxlength: 1000, spellcheck: "false", autocapitalize: "off" },
  });
  const button = element("button", { class: "door-button", type: "submit" }, "Sign in");
  const form = element(
    "form",
    {},
    element("label", { for: "passphrase" }, "Passphrase of the newsroom"),
    input,
    button,
  );
  listening(form, {
    submit: (event) => {
      event.preventDefault();
      const passphrase = input.value;
      attempt(button, async () => {
        await askDoor("/api/sign-in/passphrase", { passphrase });
        comeBack();
      }).then(() => input.select());
    },
  });
  show("Sign in", form);
  input.focus();
}

/** @param {boolean} byLink */
function showHow(byLink) {
  if (!byLink) {
    show(
      "This page is for its own machine",
      element(
        "p",
        {},
        "Nobody can sign in from elsewhere. Whoever runs Copydesk opens the page to others by COPYDESK_URL: docs/page.md says how.",
      ),
    );
    return;
  }
  show(
    "Sign in by a link",
    element(
      "p",
      {},
      "Ask Copydesk for one. The answer is for you alone, and its link works once, within ten minutes.",
    ),
    element(
      "ul",
      { class: "door-ways" },
      element("li", {}, "On Slack: ", element("code", {}, "/desk signin")),
      element("li", {}, "On Discord: ", element("code", {}, "/signin")),
    ),
    element("p", {}, "Open the link in this browser."),
  );
}

/**
 * @param {string} title
 * @param {...Node} rest
 */
function show(title, ...rest) {
  const door = byId("door", HTMLElement);
  const heading = element("h1", { tabindex: -1 }, title);
  door.replaceChildren(heading, ...rest);
  door.removeAttribute("aria-busy");
  document.title = `${title} · Copydesk`;
  heading.focus({ preventScroll: true });
}

/**
 * @param {HTMLButtonElement} button
 * @param {() => Promise<void>} work
 */
async function attempt(button, work) {
  await whileBusy(button, async () => {
    byId("door", HTMLElement).querySelector(".door-fault")?.remove();
    try {
      await work();
    } catch (error) {
      byId("door", HTMLElement).append(faultOf(error));
    }
  });
}

/** @param {unknown} error */
function faultOf(error) {
  const says = error instanceof Error ? error.message : String(error);
  return element("p", { class: "door-fault", role: "alert" }, says);
}

start().catch((error) => show("That did not work", faultOf(error)));
