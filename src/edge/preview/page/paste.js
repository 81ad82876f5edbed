import { ClientError } from "./client.js";
import { element, listening, whileBusy } from "./dom.js";
import { draftOf, keepDraft } from "./drafts.js";

const DRAFT = "paste";

/**
 * The dialog in which a text is pasted. It stays, with its text, until the bot has said that it took it.
 * @param {(text: string, ifThere: import("./bring.js").IfThere) => Promise<import("./bring.js").There | null>} send tells what is
 *   there already under the text's name: then nothing was written
 */
export function createPaste(send) {
  const text = element("textarea", {
    ...{ id: "paste-text", class: "form-input", rows: 14, required: true, dir: "auto" },
    "aria-describedby": "paste-hint",
  });
  text.value = draftOf(DRAFT);
  const failure = element("p", { class: "form-failure", role: "alert", hidden: true });
  const asked = element("div", { class: "paste-asked", role: "alert", hidden: true });
  const submit = element(
    "button",
    { class: "form-submit", type: "submit" },
    "Put it into the folder",
  );
  const cancel = element("button", { class: "form-cancel", type: "button" }, "Cancel");
  const form = element(
    "form",
    { class: "form paste-form" },
    element("h2", { class: "form-title", id: "paste-title" }, "Paste a text"),
    element("label", { for: "paste-text" }, "The text, its headline in the first line"),
    text,
    element(
      "p",
      { class: "form-hint", id: "paste-hint" },
      "It becomes a file in the folder, called by its first line, as if a colleague had put it there.",
    ),
    ...[failure, asked],
    element("p", { class: "form-buttons" }, submit, cancel),
  );
  const root = element("dialog", { class: "paste", "aria-labelledby": "paste-title" }, form);
  /** @param {import("./bring.js").There} there */
  const askWhat = ({ path, mark }) => {
    /**
     * @param {string} label
     * @param {import("./bring.js").IfThere} ifThere
     */
    const answer = (label, ifThere) =>
      listening(element("button", { class: "form-cancel", type: "button" }, label), {
        click: () => void whileBusy(submit, () => hand(ifThere)),
      });
    asked.replaceChildren(
      element("p", {}, `${path} is there already. Is this its new version?`),
      element(
        "p",
        { class: "form-buttons" },
        answer("Replace it", { replace: mark }),
        answer("It is another story", "another"),
      ),
    );
    asked.hidden = false;
    asked.querySelector("button")?.focus();
  };
  /** @param {import("./bring.js").IfThere} ifThere */
  const hand = async (ifThere) => {
    const sent = text.value;
    failure.hidden = true;
    asked.hidden = true;
    try {
      const there = await send(sent, ifThere);
      if (there !== null) return askWhat(there);
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      failure.textContent = `${error.message} The text is kept here.`;
      failure.hidden = false;
      return;
    }
    root.close();
    // What was written on meanwhile was not sent.
    if (text.value !== sent) return;
    text.value = "";
    keepDraft(DRAFT, "");
  };
  listening(cancel, { click: () => root.close() });
  listening(text, { input: () => keepDraft(DRAFT, text.value) });
  listening(form, {
    submit: (event) => {
      event.preventDefault();
      void whileBusy(submit, () => hand(null));
    },
  });
  return {
    root,
    open: () => {
      failure.hidden = true;
      asked.hidden = true;
      root.showModal();
    },
  };
}
