/**
 * What an element is made with: its attributes, and its listeners under `on`. `false` and `null`
 * leave an attribute out.
 * @typedef {Record<string, string | number | boolean | null | undefined>} Attributes
 * @typedef {Record<string, (event: Event) => void>} Listeners
 */

/**
 * Makes an element. Text becomes a text node: nothing on this page is ever parsed as markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * Somebody else's words in a line of ours: they may run from the right, and what stands beside them keeps its place.
 * @param {...(Node | string)} words
 */
export function bdi(...words) {
  return element("bdi", { dir: "auto" }, ...words);
}

/**
 * @template {EventTarget} Target
 * @param {Target} target
 * @param {Listeners} listeners
 * @returns {Target}
 */
export function listening(target, listeners) {
  for (const [name, listener] of Object.entries(listeners)) target.addEventListener(name, listener);
  return target;
}

/**
 * A link that opens apart from the page; the label alone where the address is no web address.
 * @param {string} href
 * @param {readonly (Node | string)[]} label
 * @param {string} [className]
 */
export function webLink(href, label, className) {
  const url = URL.parse(href);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    return element("span", { class: className }, ...label);
  }
  return element(
    "a",
    { href: url.href, target: "_blank", rel: "noopener noreferrer", class: className },
    ...label,
  );
}

/**
 * Does something that takes a while, once at a time. The button keeps the focus meanwhile, which one that is disabled would lose.
 * @param {HTMLElement} button
 * @param {() => Promise<void>} work
 */
export async function whileBusy(button, work) {
  if (button.ariaDisabled === "true") return;
  button.ariaDisabled = "true";
  try {
    await work();
  } finally {
    button.ariaDisabled = null;
  }
}

/**
 * A menu that asks when something in it is chosen, and then shows its label again. The keys walk through it, and ask nothing until the
 * button is pressed that then stands beside it (WCAG 2.2, 3.2.2 On Input).
 * @param {string} className
 * @param {string} label
 * @param {readonly { readonly label: string, readonly line: string }[]} choices
 * @param {(line: string, label: string) => void} ask
 */
export function menu(className, label, choices, ask) {
  const options = choices.map((choice) => element("option", { value: choice.line }, choice.label));
  const head = element("option", { value: "", disabled: true, selected: true }, label);
  const made = element("select", { class: className, "aria-label": label }, head, ...options);
  const go = element("button", { class: className, type: "button", hidden: true }, "Go");
  let byKey = false;
  const act = () => {
    const chosen = choices[made.selectedIndex - 1];
    made.selectedIndex = 0;
    if (document.activeElement === go) made.focus();
    go.hidden = true;
    if (chosen !== undefined) ask(chosen.line, chosen.label);
  };
  listening(go, { click: act });
  listening(made, {
    pointerdown: () => {
      byKey = false;
    },
    keydown: () => {
      byKey = true;
    },
    change: () => {
      if (!byKey) return act();
      go.ariaLabel = `${label}: ${choices[made.selectedIndex - 1]?.label ?? ""}`;
      go.hidden = made.selectedIndex <= 0;
    },
  });
  return element("span", { class: "menu" }, made, go);
}

/**
 * One of the page's own icons: `d` is the path of a 20 by 20 drawing.
 * @param {string} d
 */
export function icon(d) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", d);
  svg.append(path);
  return svg;
}

/**
 * An element of index.html.
 * @template {Element} Target
 * @param {string} id
 * @param {new () => Target} type
 * @returns {Target}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new TypeError(`index.html has no ${type.name} #${id}`);
}

/**
 * Reads a field of a platform's payload, which may be anything.
 * @param {unknown} value
 * @param {string} name
 * @returns {unknown}
 */
export function field(value, name) {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * @param {unknown} value
 * @param {string} name
 */
export function textField(value, name) {
  const found = field(value, name);
  return typeof found === "string" ? found : "";
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {readonly unknown[]}
 */
export function listField(value, name) {
  const found = field(value, name);
  return Array.isArray(found) ? found : [];
}
