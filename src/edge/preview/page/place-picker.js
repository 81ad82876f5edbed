import { element, listening } from "./dom.js";
import { fetchPlaces } from "./setup-client.js";

/**
 * @typedef {import("./setup-client.js").Platform} Platform
 * @typedef {import("./setup-client.js").Place} Place
 */

/** What is said of places where others than the newsroom's people read. */
const READERS = { own: "", foreign: "", shared: " – another company reads it" };

/** The choice behind which an id is typed. */
const BY_ID = "#";

/**
 * A place of a platform: picked from the platform's own list, or typed by its id.
 * @param {string} id
 * @param {Platform & { readonly mayPick?: boolean }} platform mayPick: left out, whoever looks may
 * @param {string} value
 * @param {(place: Place | null) => void} onPick the place that was picked; `null`: none that is listed
 */
export function drawPlacePicker(
  id,
  { name, label, example, isSet, mayPick = true },
  value,
  onPick,
) {
  const input = element("input", {
    ...{ id, name, class: "form-input", type: "text", maxlength: 80, value },
    "aria-describedby": `${id}-fault ${id}-hint`,
  });
  const select = element("select", { id: `${id}-list`, class: "form-input" });
  const hint = element("p", { class: "form-hint", id: `${id}-hint` });
  const fault = element("p", { class: "form-fault", id: `${id}-fault`, hidden: true });
  const ownLabel = element("label", { for: id }, `Id of the ${label} channel`);
  /** @type {readonly Place[]} */
  let places = [];

  const placed = () => places.find(({ address }) => address === input.value.trim()) ?? null;
  const drawHint = () => {
    const place = placed();
    if (select.value === BY_ID) hint.textContent = `Such as ${example}; leave it empty for none.`;
    else
      hint.textContent = place?.missing ? `The bot may not post there yet: ${place.missing}.` : "";
  };
  const drawInput = () => {
    const typed = select.value === BY_ID;
    input.hidden = !typed;
    ownLabel.hidden = !typed;
  };
  const drawList = () => {
    const groups = Map.groupBy(places, ({ group }) => group ?? "");
    const options = [...groups].map(([group, some]) => drawGroup(group, some, input.value.trim()));
    select.replaceChildren(
      element("option", { value: "" }, `Not on ${label}`),
      ...options.flat(),
      element("option", { value: BY_ID }, "Another one, by its id"),
    );
    select.value = input.value.trim() === "" ? "" : (placed()?.address ?? BY_ID);
    drawInput();
    drawHint();
  };

  listening(select, {
    change: () => {
      if (select.value !== BY_ID) input.value = select.value;
      drawInput();
      drawHint();
      if (select.value === BY_ID) input.focus();
      onPick(placed());
    },
  });
  listening(input, { input: () => onPick(placed()) });
  drawList();
  select.disabled = !mayPick;
  input.readOnly = !mayPick;
  if (!mayPick) hint.textContent = "An editor of the newsroom alone sends it to another place.";
  else if (isSet) void fill();
  else hint.textContent = `${label} has no token yet; what is set here counts once it has.`;

  async function fill() {
    hint.textContent = `Asking ${label} for its channels…`;
    const listed = await fetchPlaces(name).catch(() => null);
    if (listed?.ok === true) places = listed.places;
    drawList();
    if (listed?.ok === false) hint.textContent = listed.says;
    if (listed?.ok === true && listed.isCut) hint.textContent += " Not all of them are listed.";
  }

  const root = element(
    "div",
    { class: "form-field" },
    element("label", { for: `${id}-list` }, `${label} channel`),
    ...[select, ownLabel, input, hint, fault],
  );
  return {
    ...{ name, root, input },
    /** @param {string} text an empty one: nothing is wrong */
    say: (text) => {
      fault.textContent = text;
      fault.hidden = text === "";
      input.setAttribute("aria-invalid", String(text !== ""));
      select.setAttribute("aria-invalid", String(text !== ""));
    },
  };
}

/**
 * @param {string} group
 * @param {readonly Place[]} places
 * @param {string} value
 */
function drawGroup(group, places, value) {
  const options = places.map(({ address, name, missing, isForum, readBy }) =>
    element(
      "option",
      { value: address, selected: address === value },
      `${name}${isForum ? " (forum)" : ""}${READERS[readBy]}${missing === null ? "" : " – not yet"}`,
    ),
  );
  return group === "" ? options : [element("optgroup", { label: group }, ...options)];
}
