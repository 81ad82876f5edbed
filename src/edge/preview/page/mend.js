import { ClientError, fetchBench, sendMendings } from "./client.js";
import { element, listening, whileBusy } from "./dom.js";
import { begunOf, keepBegun } from "./mend-begun.js";
import { drawFacts, drawHeadlines, drawQuotes } from "./mend-fields.js";
import { mendingsOf, sayUnkept, sheetOf } from "./mend-list.js";

/**
 * @typedef {import("./mend-list.js").Bench} Bench
 * @typedef {import("./mend-list.js").Sheet} Sheet
 * @typedef {import("./mend-list.js").Mending} Mending
 */

/** Each form of the page has ids of its own. */
let drawn = 0;

/**
 * Fills `root` with the form in which an editor mends the brief of an article, by the article's own words. While something in it
 * is changed and not saved, it has `data-busy`, so that nobody draws it anew.
 * @param {HTMLElement} root
 * @param {{ readonly id: string }} article
 * @param {{ readonly onMended?: () => void }} [handlers]
 */
export async function drawMend(root, { id }, { onMended = () => undefined } = {}) {
  const failure = element("p", { class: "form-failure", role: "alert", hidden: true });
  try {
    show(root, await fetchBench(id), "", onMended);
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    failure.textContent = error.message;
    failure.hidden = false;
    root.replaceChildren(failure);
  }
}

/**
 * @param {HTMLElement} root
 * @param {Bench} bench
 * @param {string} said
 * @param {() => void} onMended
 * @param {readonly Mending[] | null} [begun] what somebody has taken up again; `null`: what is mended
 */
function show(root, bench, said, onMended, begun = null) {
  drawn += 1;
  const id = `mend-${drawn}`;
  const sheet = sheetOf(begun === null ? bench : { ...bench, mendings: begun });
  const faults = element("div", { class: "form-failure mend-faults", role: "alert", hidden: true });
  const status = element("p", { class: "mend-status", role: "status" }, said);
  const save = element("button", { class: "form-submit", type: "submit" }, "Save");
  const back = element("button", { class: "form-cancel", type: "button" }, "As it was written");
  back.disabled = bench.mendings.length === 0;
  const again = element(
    "button",
    { class: "form-cancel", type: "button", hidden: true },
    "Look again",
  );
  const form = element(
    "form",
    { class: "mend", "aria-labelledby": `${id}-title`, novalidate: true, autocomplete: "off" },
    element("h3", { class: "form-title", id: `${id}-title` }, "Mend the brief"),
    element("p", { class: "form-hint" }, HINT),
    ...mendedNote(bench),
    ...unkeptNote(bench),
    begun === null ? offerOf(bench, (list) => show(root, bench, "", onMended, list)) : null,
    drawHeadlines(id, bench, sheet),
    drawFacts(id, bench, sheet),
    ...drawQuotes(id, bench, sheet),
    faults,
    element("p", { class: "form-buttons" }, save, back, again),
    status,
  );
  /** @param {readonly string[]} all */
  const refuse = (all) => {
    faults.replaceChildren(...all.map((text) => element("p", {}, text)));
    faults.hidden = all.length === 0;
  };
  /** @param {readonly import("./mend-list.js").Mending[]} mendings */
  const hand = async (mendings) => {
    refuse([]);
    try {
      const answer = await sendMendings(bench.id, mendings, bench.revision);
      if ("faults" in answer) refuse(answer.faults);
      else {
        keepBegun(bench, null);
        show(root, answer, sayDone(answer.did), onMended);
        root.querySelector("button")?.focus();
        if (answer.did.length > 0) onMended();
      }
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      refuse([error.message]);
      again.hidden = false;
    }
  };
  listening(back, { click: () => void whileBusy(save, () => hand([])) });
  listening(again, { click: () => void drawMend(root, bench, { onMended }) });
  listening(form, {
    change: () => {
      form.dataset.busy = "";
      status.textContent = "";
      form.querySelector(".mend-begun")?.remove();
      keepBegun(bench, mendingsOf(bench, sheet));
    },
    submit: (event) => {
      event.preventDefault();
      void whileBusy(save, () => hand(mendingsOf(bench, sheet)));
    },
  });
  if (begun !== null) form.dataset.busy = "";
  root.replaceChildren(form);
}

const HINT =
  "In the article’s own words: untick what is not to be told, and choose what is. Posts that show it follow, and say “Corrected by the desk”.";

/** @param {Bench} bench */
function mendedNote({ by, at }) {
  if (by === null || at === null) return [];
  const when = new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  return [element("p", { class: "mend-note" }, `Mended by ${by}, ${when}`)];
}

/** @param {Bench} bench */
function unkeptNote({ unkept }) {
  if (unkept === null) return [];
  const lines = unkept.what.map((text) => element("li", { dir: "auto" }, text));
  return [
    element("p", { class: "mend-note" }, sayUnkept(unkept)),
    element("ul", { class: "mend-unkept" }, ...lines),
  ];
}

/**
 * What somebody had begun before the page was loaded anew, which nobody takes up without being asked; `null`: nothing.
 * @param {Bench} bench
 * @param {(list: readonly Mending[]) => void} takeUp
 */
function offerOf(bench, takeUp) {
  const begun = begunOf(bench);
  if (begun === null) return null;
  const root = element("div", { class: "mend-begun" });
  /**
   * @param {string} label
   * @param {() => void} act
   */
  const button = (label, act) =>
    listening(element("button", { class: "action", type: "button" }, label), { click: act });
  const leave = button("Leave it", () => {
    keepBegun(bench, null);
    root.remove();
  });
  if (begun === "other") {
    root.append(
      element(
        "p",
        { class: "mend-note" },
        "You had begun to mend an earlier version of this, and have not saved it.",
      ),
      element("p", { class: "row-actions" }, leave),
    );
    return root;
  }
  root.append(
    element("p", { class: "mend-note" }, "You had begun to mend this, and have not saved it."),
    element(
      "p",
      { class: "row-actions" },
      button("Take it up again", () => takeUp(begun)),
      leave,
    ),
  );
  return root;
}

/** @param {readonly string[]} did */
function sayDone(did) {
  return did.length === 0 ? "The brief is so already." : `Saved: ${did.join("; ")}.`;
}
