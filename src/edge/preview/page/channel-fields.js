import { element, listening } from "./dom.js";
import { drawField } from "./form.js";

/**
 * @typedef {import("./setup-client.js").Sheet} Sheet
 * @typedef {Pick<import("./form.js").Drawn, "name" | "root" | "input" | "say">} Row
 */

/** @type {Readonly<Record<string, string>>} */
export const LAYOUTS = {
  full: "Full: facts and a quote",
  compact: "Compact: the first fact",
  headlines: "Headlines alone",
};
/** @type {Readonly<Record<string, string>>} */
export const AUDIENCES = {
  "": "Not said",
  public: "Public: read outside the newsroom",
  internal: "Internal: the desk alone, with notes to editors",
};
const AT_ONCE = {
  "": "Nothing: all waits for the next edition",
  1: "Flashes (urgency 1)",
  2: "Flashes and urgency 2",
  3: "Urgency 1 to 3",
  8: "Every article",
};

export const APPROVALS = {
  "": "No: editions are posted as they are made",
  required: "Yes: each is kept until an editor lets it go",
};

/**
 * What is said below a new channel's name: what it will be called, where that is not as it was typed.
 * @param {string} typed
 * @param {string} name
 */
export function nameHint(typed, name) {
  return name === "" || name === typed.trim()
    ? "As it is called here, such as front-page"
    : `It will be called #${name}: a name has small Latin letters, digits and hyphens alone`;
}

/**
 * @param {Sheet} sheet
 * @param {string | null} before
 * @param {readonly string[]} schedules
 * @returns {readonly Row[]}
 */
export function drawFields(sheet, before, schedules) {
  const plain = { required: false, most: 200, choices: [] };
  /**
   * @param {Exclude<keyof Sheet, "pictures" | "forum" | "places">} name
   * @param {string} label
   * @param {string} hint
   * @param {Partial<import("./form.js").LabelledField>} [more]
   */
  const field = (name, label, hint, more = {}) =>
    drawField(`sheet-${name}`, { ...plain, name, label, hint, value: sheet[name], ...more });
  /**
   * A choice; what the sheet says beside it, as it may have been ordered elsewhere, is one more.
   * @param {Readonly<Record<string, string>>} known
   * @param {string} value
   */
  const chosen = (known, value) => {
    const labels = value in known ? known : { ...known, [value]: `${value}, as it was ordered` };
    return { choices: Object.keys(labels), labels, required: true };
  };
  const zone = field("zone", "Time zone", "Of its schedule, such as Europe/London", { most: 60 });
  const zones = element(
    "datalist",
    { id: "sheet-zones" },
    ...["UTC", ...Intl.supportedValuesOf("timeZone")].map((value) => element("option", { value })),
  );
  zone.input.setAttribute("list", zones.id);
  zone.root.append(zones);
  const own =
    before === null
      ? [
          field("name", "Name", nameHint("", ""), {
            required: true,
            most: 40,
          }),
        ]
      : [];
  return [
    ...own,
    field("schedule", "When", `In words, such as: ${schedules.join(" · ")}`, {
      required: true,
    }),
    zone,
    field("topics", "Topics", "flood OR tag:weather, NOT sport; leave it empty for every article", {
      most: 400,
    }),
    field("layout", "Layout", "How much of each brief is shown", chosen(LAYOUTS, sheet.layout)),
    field(
      "audience",
      "Who reads it",
      "What may not go outside is kept out of a public channel",
      chosen(AUDIENCES, sheet.audience),
    ),
    field("most", "Most briefs", "In one edition, 1 to 50; 8 if left out", { most: 6 }),
    field("atOnce", "At once", "Beside its editions, as it comes", chosen(AT_ONCE, sheet.atOnce)),
    field("atOnceMost", "Most at once", "Messages between two editions; any number if left out", {
      most: 6,
    }),
    field(
      "quiet",
      "Quiet hours",
      "Such as 22:00-06:30: editions that fall into them come at their end",
      { most: 200 },
    ),
    ...drawApproval(field, chosen(APPROVALS, sheet.approval)),
  ];
}

/**
 * Whether an editor reads each edition first, and whether it goes by itself after a while.
 * @param {(name: "approval" | "approvalAfter", label: string, hint: string, more?: Partial<import("./form.js").LabelledField>) => Row} field
 * @param {Partial<import("./form.js").LabelledField>} choices
 * @returns {readonly Row[]}
 */
function drawApproval(field, choices) {
  const asked = field(
    "approval",
    "An editor reads each edition first",
    "What goes at once waits as well; /approve, Waiting and the admins' channel let it go",
    choices,
  );
  const after = field(
    "approvalAfter",
    "It goes by itself after",
    "Such as 30m or 6h, a day at most; leave it empty and nobody's silence posts anything",
    { most: 10 },
  );
  const draw = () => {
    after.root.hidden = asked.input.value !== "required";
    if (after.root.hidden) after.input.value = "";
  };
  listening(asked.input, { change: draw });
  draw();
  return [asked, after];
}

/**
 * @param {string} name
 * @param {string} label
 * @param {boolean} checked
 */
export function drawCheck(name, label, checked) {
  const input = element("input", { type: "checkbox", id: `sheet-${name}`, name });
  input.checked = checked;
  const root = element(
    "p",
    { class: "form-check" },
    input,
    element("label", { for: input.id }, label),
  );
  return { input, root };
}

/** @param {string | null} tags `null`: it is no forum */
export function drawForum(tags) {
  const { input: box, root: check } = drawCheck(
    "forum",
    "The Discord channel is a forum: each brief is a post",
    tags !== null,
  );
  const { root: field, input } = drawField("sheet-tags", {
    ...{ name: "tags", label: "Tags of its posts", value: tags ?? "", required: false, most: 120 },
    ...{ choices: [], hint: "As the forum has them, with commas, 5 at most" },
  });
  const draw = () => {
    field.hidden = !box.checked;
  };
  listening(box, { change: draw });
  draw();
  return {
    root: element("div", { class: "form-field" }, check, field),
    value: () => (box.checked ? input.value : null),
    /** @param {boolean | null} isForum as the platform says of the place that was picked; `null`: it says nothing */
    setForum: (isForum) => {
      if (isForum !== null) box.checked = isForum;
      draw();
    },
  };
}
