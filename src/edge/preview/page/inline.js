/**
 * One mark of a platform's markup: where `pattern` (sticky) matches, `build` makes the nodes of it.
 * `null` leaves the character as text.
 * @typedef {object} Mark
 * @property {RegExp} pattern
 * @property {(groups: Record<string, string>) => readonly (Node | string)[] | null} build
 */

/**
 * Reads a text with marks from left to right; what no mark takes is text.
 * @param {string} text
 * @param {readonly Mark[]} marks
 * @returns {(Node | string)[]}
 */
export function readInline(text, marks) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    const taken = takeMark(text, at, marks);
    if (taken === null) {
      plain += text.charAt(at);
      at += 1;
      continue;
    }
    if (plain !== "") nodes.push(plain);
    plain = "";
    nodes.push(...taken.nodes);
    at = taken.end;
  }
  return plain === "" ? nodes : [...nodes, plain];
}

/**
 * @param {string} text
 * @param {number} at
 * @param {readonly Mark[]} marks
 */
function takeMark(text, at, marks) {
  for (const { pattern, build } of marks) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const nodes = match === null ? null : build(match.groups ?? {});
    if (match !== null && nodes !== null) return { nodes, end: at + match[0].length };
  }
  return null;
}
