/**
 * Where the focus was, and where it goes should that be gone.
 * @typedef {object} Place
 * @property {Element} element
 * @property {string | null} key by which the same control is known when it is drawn anew
 * @property {readonly string[]} rows the rows behind its own, then those before it, the nearest first
 */

/**
 * Whoever works by the keyboard goes on where they are: what is drawn anew, or taken away by what they did, hands the focus to the same
 * control, else to the first action of the next row, else to the heading. It never takes it from anywhere else.
 * @param {HTMLElement} root
 * @param {HTMLElement} heading
 */
export function keepFocus(root, heading) {
  heading.tabIndex = -1;
  /** @type {Place | null} */
  let last = null;
  root.addEventListener("focusin", ({ target }) => {
    last = target instanceof HTMLElement ? placeOf(target) : null;
  });
  root.addEventListener("focusout", () => {
    const left = last;
    // What is still there was left by its reader's own will.
    queueMicrotask(() => {
      if (last === left && left?.element.isConnected === true) last = null;
    });
  });
  new MutationObserver(() => {
    if (last === null || last.element.isConnected) return;
    const lost = last;
    last = null;
    if (isNowhere()) (successor(root, lost) ?? heading).focus();
  }).observe(root, { childList: true, subtree: true });
  return {
    /** Whether the focus is in what the page shows. */
    isInside: () => root.contains(document.activeElement),
    /** Another thing is shown than that in which the focus was: its heading has it, unless something took it already. */
    toHeading: () => {
      const active = document.activeElement;
      const isHidden =
        active instanceof HTMLElement && root.contains(active) && !active.checkVisibility();
      if (isNowhere() || isHidden) heading.focus();
    },
  };
}

function isNowhere() {
  const active = document.activeElement;
  return active === null || active === document.body;
}

/**
 * @param {HTMLElement} target
 * @returns {Place}
 */
function placeOf(target) {
  const own = target.closest("[data-id]");
  const all = own === null ? [] : [...(own.parentElement?.children ?? [])];
  const at = own === null ? -1 : all.indexOf(own);
  const ordered = at < 0 ? [] : [...all.slice(at + 1), ...all.slice(0, at).toReversed()];
  return {
    element: target,
    key: keyOf(target),
    rows: ordered.flatMap((row) => row.getAttribute("data-id") ?? []),
  };
}

/** @param {HTMLElement} target */
function keyOf({ dataset, id }) {
  return dataset.key ?? (id === "" ? null : id);
}

/**
 * @param {HTMLElement} root
 * @param {Place} place
 * @returns {HTMLElement | null}
 */
function successor(root, { key, rows }) {
  const shown = [...root.querySelectorAll("[data-key], [id]")].filter(
    (one) => one instanceof HTMLElement && one.checkVisibility(),
  );
  const same = shown.find((one) => key !== null && keyOf(/** @type {HTMLElement} */ (one)) === key);
  if (same instanceof HTMLElement) return same;
  const there = [...root.querySelectorAll("[data-id]")].filter((row) => row.checkVisibility());
  for (const id of rows) {
    const row = there.find((one) => one.getAttribute("data-id") === id);
    const action =
      row?.querySelector(".row-actions :is(button, a)") ?? row?.querySelector("button, a");
    if (action instanceof HTMLElement) return action;
  }
  return null;
}
