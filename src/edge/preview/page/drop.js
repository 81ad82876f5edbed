import { becameOf, bringFile, bringText } from "./bring.js";
import { keepShort } from "./brought-stack.js";
import { byId, element, icon, listening } from "./dom.js";
import { createPaste } from "./paste.js";

/** @typedef {import("./bring.js").Became} Became */

/** As the bot reads them (docs/formats.md). */
const LARGEST = 64 * 1024 * 1024;
/** Milliseconds between two looks at what became of a file, and how often it is looked. */
const LOOK = 1_500;
const LOOKS = 40;

/** What the stages of the ledger are to whoever brought the file. */
const SAYS = /** @type {Readonly<Record<string, string>>} */ ({
  "taken-in": "Read",
  briefed: "Read",
  held: "Held",
  killed: "Killed",
  gone: "Gone",
  merged: "Known already",
  opened: "Opened",
  quarantined: "In quarantine",
  retried: "Being read again",
  dismissed: "Not for us",
  posted: "Posted",
  told: "Told by another report",
});

/** What is said of a file once it lies there. */
const ARRIVED = {
  put: "In the folder; Copydesk reads it once it has settled.",
  same: "It is there already, with the same bytes: nothing was changed.",
  replaced: "Its new version is in its place; Copydesk reads it once it has settled.",
};

const FILE = "M6 3h6l4 4v10H6zM12 3v4h4M10 10v4M8 12h4";
const PEN = "M4 16l1-4 8.500-8.500 3 3L8 15zM11.500 5l3 3";

/**
 * Files that are dropped anywhere on the page, chosen, or pasted as a text go where copy lies; what becomes of each is
 * told in a list of its own.
 * @param {object} parts
 * @param {(line: string) => unknown} parts.ask gives a command as if it were typed
 */
export function startDrop({ ask }) {
  const list = element("ul", { class: "brought", "aria-label": "What was brought", hidden: true });
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  /** @param {Iterable<File>} files */
  const bringAll = (files) => {
    for (const file of files) {
      const row = drawRow(list, file.name, ask);
      last = last.then(() => bring(file, null, row));
    }
  };
  const dialog = createPaste(async (text, ifThere) => {
    const brought = await bringText(text, ifThere);
    if ("there" in brought) return brought.there;
    arrive(drawRow(list, brought.path, ask), brought);
    return null;
  });
  document.body.append(list, dialog.root);
  keepShort(list);
  // It lies above what is shown: whoever goes elsewhere has read it, and Inbox and Quarantine have it.
  listening(window, { popstate: () => clearTold(list) });
  startZone(bringAll);
  byId("bring", HTMLElement).replaceChildren(...drawButtons(bringAll, dialog.open));
}

/**
 * @param {(files: Iterable<File>) => void} onFiles
 * @param {() => void} onPaste
 */
function drawButtons(onFiles, onPaste) {
  const input = element("input", {
    ...{ type: "file", multiple: true, hidden: true, tabindex: -1 },
    "aria-label": "Files",
  });
  const choose = element(
    "button",
    { class: "bring-button", type: "button" },
    icon(FILE),
    "Add files",
  );
  const paste = element(
    "button",
    { class: "bring-button", type: "button" },
    icon(PEN),
    "Paste a text",
  );
  listening(choose, { click: () => input.click() });
  listening(paste, { click: onPaste });
  listening(input, {
    change: () => {
      onFiles([...(input.files ?? [])]);
      input.value = "";
    },
  });
  return [choose, paste, input];
}

/**
 * While files are over the page all of it takes them; what else is dragged, such as a row of a list, is left alone.
 * @param {(files: Iterable<File>) => void} onFiles
 */
function startZone(onFiles) {
  const zone = element(
    "div",
    { class: "drop-zone", hidden: true },
    element("p", {}, "Drop the files: they go into the folder that Copydesk watches"),
  );
  document.body.append(zone);
  /** @param {Event} event */
  const filesOver = (event) =>
    event instanceof DragEvent && (event.dataTransfer?.types.includes("Files") ?? false);
  /** @param {Event} event */
  const over = (event) => {
    if (!filesOver(event)) return;
    event.preventDefault();
    zone.hidden = false;
  };
  listening(window, {
    dragenter: over,
    dragover: over,
    dragleave: (event) => {
      // It leaves the window where it goes to no element of it.
      if (event instanceof DragEvent && event.relatedTarget === null) zone.hidden = true;
    },
    drop: (event) => {
      if (!(event instanceof DragEvent) || !filesOver(event)) return;
      event.preventDefault();
      zone.hidden = true;
      onFiles([...(event.dataTransfer?.files ?? [])]);
    },
  });
}

/**
 * Takes away what is told to its end.
 * @param {HTMLElement} list
 */
function clearTold(list) {
  for (const row of list.querySelectorAll("[data-told]")) row.remove();
}

/**
 * @typedef {object} Row
 * @property {(share: number) => void} progress from 0 to 1
 * @property {(brought: { path: string, did: "put" | "same" | "replaced" }) => void} arrived
 * @property {(path: string, onAnswer: (isNewVersion: boolean) => void) => void} asks whether it is the new version of what is there
 * @property {(became: NonNullable<Became>) => void} became
 * @property {(text: string) => void} failed
 */

/**
 * @param {HTMLElement} list
 * @param {string} name
 * @param {(line: string) => unknown} ask
 * @returns {Row}
 */
function drawRow(list, name, ask) {
  const title = element("span", { class: "brought-name", dir: "auto" }, name);
  const bar = element("progress", { max: 1, value: 0, "aria-label": `${name} on its way` });
  const says = element("p", { class: "brought-says", role: "status" });
  const row = element("li", {}, title, bar, says);
  const close = element("button", {
    class: "icon-button",
    type: "button",
    "aria-label": `Dismiss ${name}`,
  });
  close.append(icon("m5 5 10 10M15 5 5 15"));
  listening(close, {
    click: () => {
      const beside = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      const next = beside?.querySelector(".icon-button") ?? document.querySelector(".bring-button");
      if (next instanceof HTMLElement) next.focus();
    },
  });
  row.append(close);
  list.append(row);
  const answers = element("p", { class: "brought-answers" });
  return {
    progress: (share) => {
      bar.value = share;
    },
    arrived: ({ path, did }) => {
      bar.remove();
      answers.remove();
      title.textContent = path;
      says.textContent = ARRIVED[did];
      row.toggleAttribute("data-told", did === "same");
      row.append(whyButton(path, ask));
    },
    asks: (path, onAnswer) => {
      bar.remove();
      row.toggleAttribute("data-asks", true);
      says.textContent = `${path} is there already. Is this its new version?`;
      /**
       * @param {string} label
       * @param {boolean} isNewVersion
       */
      const answer = (label, isNewVersion) =>
        listening(element("button", { class: "action", type: "button" }, label), {
          click: () => {
            answers.replaceChildren();
            row.toggleAttribute("data-asks", false);
            close.focus();
            onAnswer(isNewVersion);
          },
        });
      answers.replaceChildren(answer("Replace it", true), answer("It is another story", false));
      says.after(answers);
    },
    became: ({ stage, rule }) => {
      row.toggleAttribute("data-told", true);
      row.toggleAttribute("data-trouble", stage === "quarantined");
      says.textContent = `${SAYS[stage] ?? stage}. ${rule}`;
    },
    failed: (text) => {
      bar.remove();
      row.toggleAttribute("data-told", true);
      row.toggleAttribute("data-trouble", true);
      says.textContent = text;
    },
  };
}

/**
 * @param {string} path
 * @param {(line: string) => unknown} ask
 */
function whyButton(path, ask) {
  const why = element("button", { class: "brought-why", type: "button" }, "What became of it?");
  return listening(why, { click: () => void ask(`why ${path}`) });
}

/**
 * @param {File} file
 * @param {import("./bring.js").IfThere} ifThere
 * @param {Row} row
 */
async function bring(file, ifThere, row) {
  if (file.size > LARGEST) {
    row.failed("It is larger than 64 MB, and no article is: bring the story alone.");
    return;
  }
  try {
    const brought = await bringFile(file, ifThere, row.progress);
    if ("path" in brought) return arrive(row, brought);
    const { path, mark } = brought.there;
    row.asks(path, (isNew) => void bring(file, isNew ? { replace: mark } : "another", row));
  } catch (error) {
    row.failed(error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {Row} row
 * @param {{ path: string, did: "put" | "same" | "replaced" }} brought
 */
function arrive(row, brought) {
  row.arrived(brought);
  if (brought.did !== "same") void follow(row, brought.path, brought.did === "replaced");
}

/**
 * Looks until it is read, or has been waited for for a minute.
 * @param {Row} row
 * @param {string} path
 * @param {boolean} wasThere what is said of its earlier version is no answer
 */
async function follow(row, path, wasThere) {
  const before = wasThere ? JSON.stringify(await becameOf(path).catch(() => null)) : "null";
  for (let looks = 0; looks < LOOKS; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    const became = await becameOf(path).catch(() => null);
    if (became === null || JSON.stringify(became) === before) continue;
    row.became(became);
    return;
  }
}
