import { channelHref, goTo, tabHref } from "./address.js";
import { drawCheck, drawFields, drawForum, nameHint } from "./channel-fields.js";
import { createLive } from "./channel-live.js";
import { element, listening, whileBusy } from "./dom.js";
import { draftOf, keepDraft } from "./drafts.js";
import { drawPlacePicker } from "./place-picker.js";
import { lookAtSheet, openChannel, saveSheet } from "./setup-client.js";

/**
 * @typedef {import("./setup-client.js").Sheet} Sheet
 * @typedef {import("./setup-client.js").Opened} Opened
 * @typedef {import("./tabs.js").TabParts} TabParts
 * @typedef {import("./channel-fields.js").Row} Row
 */

/** Milliseconds after the last key before the desk is asked what that means. */
const PAUSE = 350;

/**
 * The form of a channel: a new one, one that was ordered in chat or here, or that of the config file, which is changed there.
 * @param {HTMLElement} root
 * @param {string | null} name `null`: a new one
 * @param {Pick<TabParts, "ask" | "say">} parts
 */
export async function drawChannelForm(root, name, parts) {
  const opened = await openChannel(name);
  if (opened.kind === "file") root.replaceChildren(...drawOfFile(opened));
  else root.replaceChildren(drawForm(...withDraft(opened, name), name, parts));
}

/** @param {string | null} name */
const draftName = (name) => `channel ${name ?? ""}`;

/**
 * What somebody was filling in, unless the channel was changed since.
 * @param {Extract<Opened, { kind: "form" }>} opened
 * @param {string | null} name
 * @returns {[Extract<Opened, { kind: "form" }>, Sheet]} as it is to be shown, and as it is saved
 */
function withDraft(opened, name) {
  const { sheet: saved } = opened;
  try {
    const { base, sheet } = JSON.parse(draftOf(draftName(name)));
    if (JSON.stringify(base) === JSON.stringify(saved)) return [{ ...opened, sheet }, saved];
  } catch {
    // Nothing was being filled in.
  }
  return [opened, saved];
}

/** @param {Extract<Opened, { kind: "file" }>} opened */
function drawOfFile({ name, entry }) {
  const where = entry === null ? "the config file" : `${entry.file}, line ${entry.line}`;
  return [
    element("h2", { class: "setup-title" }, `#${name}`),
    element(
      "p",
      {},
      `This channel stands in ${where}, and the file is its own: change it there, and it counts within seconds. Before, `,
      element("code", {}, "npm run copydesk -- doctor"),
      " looks whether it can be read.",
    ),
    entry === null
      ? null
      : element(
          "pre",
          { class: "yaml", tabindex: 0, "aria-label": `#${name} in YAML` },
          entry.text,
        ),
    element("p", {}, element("a", { href: tabHref("channels") }, "All channels")),
  ].filter((node) => node !== null);
}

/**
 * @param {Extract<Opened, { kind: "form" }>} opened
 * @param {Sheet} saved
 * @param {string | null} before
 * @param {Pick<TabParts, "ask" | "say">} parts
 */
function drawForm(opened, saved, before, { ask, say }) {
  const { sheet, schedules, platforms, orderedBy, keeps, mayPlace } = opened;
  const live = createLive();
  const touched = new Set();
  const fields = drawFields(sheet, before, schedules);
  const pictures = drawCheck(
    "pictures",
    "Pictures, where their copy lets them be shown",
    sheet.pictures,
  );
  const forum = drawForum(sheet.forum);
  const pickers = platforms.map((platform) =>
    drawPlacePicker(
      `sheet-${platform.name}`,
      { ...platform, mayPick: mayPlace },
      sheet.places[platform.name] ?? "",
      (place) => {
        if (platform.forums) forum.setForum(place?.isForum ?? null);
        touched.add(platform.name);
        later();
      },
    ),
  );
  /** @type {readonly Row[]} */
  const rows = [...fields, ...pickers];
  const failure = element("p", { class: "form-failure", role: "alert", hidden: true });
  const button = element("button", { class: "form-submit", type: "submit" }, "Save");

  /** @returns {Sheet} */
  const read = () => {
    const of = Object.fromEntries(fields.map(({ name, input }) => [name, input.value]));
    const places = Object.fromEntries(pickers.map(({ name, input }) => [name, input.value]));
    return /** @type {Sheet} */ ({
      ...{ ...of, name: before ?? of.name, pictures: pictures.input.checked },
      ...{ forum: forum.value(), places },
    });
  };
  /**
   * @param {readonly { option: string, text: string }[]} faults
   * @param {(name: string) => boolean} isShown
   */
  const showFaults = (faults, isShown) => {
    for (const { name, say: tell } of rows) {
      const fault = faults.find(({ option }) => option === name);
      tell(fault !== undefined && isShown(name) ? fault.text : "");
    }
    const homeless = faults.filter(({ option }) => !rows.some(({ name }) => name === option));
    failure.textContent = homeless.map(({ text }) => text).join(" ");
    failure.hidden = homeless.length === 0;
  };
  let asked = 0;
  const look = async () => {
    asked += 1;
    const own = asked;
    const seen = await lookAtSheet(read(), before).catch(() => null);
    // Another key was pressed since: a later look says what that means.
    if (seen === null || own !== asked) return;
    live.draw(seen);
    const hint = fields.find(({ name }) => name === "name")?.root.querySelector(".form-hint");
    if (hint != null) hint.textContent = nameHint(read().name, seen.name);
    showFaults(seen.faults, (name) => touched.has(name));
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  function later() {
    keepDraft(draftName(before), JSON.stringify({ base: saved, sheet: read() }));
    clearTimeout(timer);
    timer = setTimeout(() => void look(), PAUSE);
  }
  const save = async () => {
    try {
      const answer = await saveSheet(read(), before);
      if ("name" in answer) {
        keepDraft(draftName(before), "");
        say(`Saved ${answer.name}.`);
        goTo(tabHref("setup", `saved/${encodeURIComponent(answer.name)}`));
        return;
      }
      showFaults(answer.faults, () => true);
      rows.find(({ name }) => answer.faults.some(({ option }) => option === name))?.input.focus();
    } catch (error) {
      failure.textContent = error instanceof Error ? error.message : String(error);
      failure.hidden = false;
    }
  };
  const form = element(
    "form",
    {
      ...{ class: "channel-form", novalidate: true, autocomplete: "off", "data-busy": true },
      "aria-labelledby": "channel-form-title",
    },
    element(
      "h2",
      { class: "setup-title", id: "channel-form-title" },
      before === null ? "A new channel" : `#${before}`,
    ),
    orderedBy === null ? null : element("p", { class: "form-hint" }, `Ordered by ${orderedBy}`),
    keeps.length === 0
      ? null
      : element(
          "p",
          { class: "form-hint" },
          `Kept as it is, beside this form: ${keeps.join(", ")}`,
        ),
    element(
      "div",
      { class: "channel-fields" },
      ...rows.map((row) => row.root),
      ...[forum.root, pictures.root],
    ),
    failure,
    element(
      "p",
      { class: "form-buttons" },
      button,
      listening(element("a", { class: "form-cancel", href: tabHref("channels") }, "Cancel"), {
        click: () => keepDraft(draftName(before), ""),
      }),
      before === null ? null : endButton(before, ask),
    ),
    live.root,
  );
  listening(form, {
    input: ({ target }) => {
      if (target instanceof Element) touched.add(target.getAttribute("name"));
      later();
    },
    submit: (event) => {
      event.preventDefault();
      void whileBusy(button, save);
    },
  });
  void look();
  return form;
}

/**
 * @param {string} name
 * @param {TabParts["ask"]} ask
 */
function endButton(name, ask) {
  const end = element("button", { class: "form-cancel", type: "button" }, "End this digest");
  return listening(end, { click: () => void ask(`unsubscribe ${name}`) });
}

/**
 * What is said once a channel is saved.
 * @param {HTMLElement} root
 * @param {string} name
 */
export function drawSaved(root, name) {
  const title = element("h2", { class: "setup-title", tabindex: -1 }, `Saved #${name}`);
  root.replaceChildren(
    title,
    element(
      "p",
      {},
      "It counts from now on, as if it had been ordered in chat. A place that has had no edition yet gets its first one within a minute, where there is anything for it.",
    ),
    element(
      "p",
      { class: "setup-links" },
      element("a", { href: channelHref(name) }, `Its editions`),
      " · ",
      element("a", { href: tabHref("setup", `channel/${encodeURIComponent(name)}`) }, "Change it"),
      " · ",
      element("a", { href: tabHref("channels") }, "All channels"),
    ),
  );
  title.focus();
}
