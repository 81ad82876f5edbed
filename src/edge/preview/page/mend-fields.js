import { element, listening } from "./dom.js";
import { peopleNear } from "./mend-list.js";

/**
 * @typedef {import("./mend-list.js").Bench} Bench
 * @typedef {import("./mend-list.js").Sheet} Sheet
 * @typedef {import("./mend-list.js").Speaker} Speaker
 * @typedef {import("./mend-list.js").Quote} Quote
 */

/** The gate lets so many through. */
const MOST_FACTS = 5;

/**
 * @param {string} id
 * @param {Bench} bench
 * @param {Sheet} sheet
 */
export function drawHeadlines(id, { choices }, sheet) {
  const rows = choices.headlines.map((text, index) => {
    const own = `${id}-headline-${index}`;
    const input = element("input", {
      ...{ type: "radio", id: own, name: `${id}-headline`, checked: text === sheet.headline },
    });
    listening(input, {
      change: () => {
        sheet.headline = text;
      },
    });
    return row(input, own, text);
  });
  return group("Headline", null, ...rows);
}

/**
 * @param {string} id
 * @param {Bench} bench
 * @param {Sheet} sheet
 */
export function drawFacts(id, { written, choices }, sheet) {
  const count = element("span", { class: "mend-count", "aria-live": "polite" });
  const tell = () => {
    const told = written.facts.filter(({ start }) => !sheet.struckFacts.has(start)).length;
    const all = told + sheet.used.size;
    count.textContent = `${all} of ${MOST_FACTS} at most`;
    count.classList.toggle("is-over", all > MOST_FACTS);
  };
  const facts = written.facts.map(({ start, text }, index) => {
    const own = `${id}-fact-${index}`;
    return row(
      tick(own, !sheet.struckFacts.has(start), keep(sheet.struckFacts, start, tell)),
      own,
      text,
    );
  });
  const others = choices.sentences.map(({ start, text }, index) => {
    const own = `${id}-sentence-${index}`;
    const pick = (/** @type {boolean} */ is) => {
      if (is) sheet.used.add(start);
      else sheet.used.delete(start);
      tell();
    };
    return row(tick(own, sheet.used.has(start), pick), own, text);
  });
  tell();
  const more = element(
    "details",
    { class: "mend-more", open: sheet.used.size > 0 },
    element("summary", {}, `Other sentences of the article (${others.length})`),
    ...others,
  );
  return group("Key facts", count, ...facts, others.length === 0 ? null : more);
}

/**
 * @param {string} id
 * @param {Bench} bench
 * @param {Sheet} sheet
 */
export function drawQuotes(id, { written, choices }, sheet) {
  if (written.quotes.length === 0) return [];
  const rows = written.quotes.map((quote, index) => {
    const own = `${id}-quote-${index}`;
    const whose = drawSpeakers(`${own}-by`, quote, choices.speakers, sheet);
    whose.disabled = sheet.struckQuotes.has(quote.start);
    const strike = keep(sheet.struckQuotes, quote.start, () => {
      whose.disabled = sheet.struckQuotes.has(quote.start);
    });
    const label = element(
      "label",
      { class: "mend-whose", for: `${own}-by`, id: `${own}-whose` },
      "Who said it",
    );
    // Of several in one form each says of which quote.
    whose.setAttribute("aria-labelledby", `${own}-whose ${own}-text`);
    return element(
      "div",
      { class: "mend-quote" },
      row(tick(own, !sheet.struckQuotes.has(quote.start), strike), own, `“${quote.text}”`),
      element("p", { class: "mend-by" }, label, whose),
    );
  });
  return [group("Quotes", null, ...rows)];
}

/**
 * @param {string} id
 * @param {Quote} quote
 * @param {readonly Speaker[]} speakers
 * @param {Sheet} sheet
 */
function drawSpeakers(id, { start, speaker: before }, speakers, sheet) {
  const chosen = sheet.speakers.has(start) ? sheet.speakers.get(start) : before;
  const others = peopleNear(speakers, start).filter(({ name }) => name !== before?.name);
  const people = [...(before === null ? [] : [before]), ...others];
  const options = people.map((one, index) =>
    element(
      "option",
      { value: index, selected: one.name === chosen?.name },
      one === before ? `${named(one)} (as written)` : named(one),
    ),
  );
  const nobody = before === null ? "Nobody who is named (as written)" : "Nobody who is named";
  const none = element("option", { value: "", selected: chosen === null }, nobody);
  const select = element("select", { id, class: "form-input" }, ...options, none);
  return listening(select, {
    change: () => {
      sheet.speakers.set(start, people[select.selectedIndex] ?? null);
    },
  });
}

/** @param {Speaker} speaker */
function named({ name, role }) {
  return role === null ? name : `${name}, ${role}`;
}

/**
 * @param {string} id
 * @param {boolean} checked
 * @param {(is: boolean) => void} onChange
 */
function tick(id, checked, onChange) {
  const input = element("input", { type: "checkbox", id, checked });
  return listening(input, { change: () => onChange(input.checked) });
}

/**
 * What is unticked is struck.
 * @param {Set<number>} struck
 * @param {number} start
 * @param {() => void} then
 */
function keep(struck, start, then) {
  return (/** @type {boolean} */ is) => {
    if (is) struck.delete(start);
    else struck.add(start);
    then();
  };
}

/**
 * @param {HTMLInputElement} input
 * @param {string} id
 * @param {string} text
 */
function row(input, id, text) {
  return element(
    "p",
    { class: "mend-row" },
    input,
    element("label", { for: id, id: `${id}-text`, dir: "auto" }, text),
  );
}

/**
 * @param {string} title
 * @param {Node | null} beside
 * @param {...(Node | null)} rows
 */
function group(title, beside, ...rows) {
  const legend = element("legend", {}, title, beside === null ? null : " ", beside);
  return element("fieldset", { class: "mend-group" }, legend, ...rows);
}
