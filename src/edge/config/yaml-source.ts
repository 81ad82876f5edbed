import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import type { Fault } from "./error.ts";

/** A YAML file that knows on which line each of its values stands. */
export interface YamlSource {
  readonly value: unknown;
  /** Of the syntax: when there is one, `value` is not to be used. */
  readonly faults: readonly Fault[];
  /** A fault at the line of a value, of a key, or of the nearest thing around it that is there. */
  fault(path: readonly PropertyKey[], says: string): Fault;
  isMissing(path: readonly PropertyKey[]): boolean;
}

export function yamlSource(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const lineOf = (path: readonly PropertyKey[]): number | null => {
    const offset = offsetOf(document.contents, path);
    return offset === null ? null : lineAt(offset);
  };
  return {
    value: document.errors.length > 0 ? null : document.toJS(),
    faults: document.errors.map(({ message, pos }) => ({
      where: file,
      line: lineAt(pos[0]),
      says: message,
    })),
    fault: (path, says) => ({ where: file, line: lineOf(path), says }),
    isMissing: (path) => !document.hasIn(path.map(String)) && !document.hasIn(path),
  };
}

/** Follows a path as far as it goes: to the key that names the last thing found. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number | null {
  let node: unknown = contents;
  let offset = isNode(contents) ? startOf(contents) : null;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined) return offset;
      if (isNode(pair.key)) offset = startOf(pair.key);
      node = pair.value;
    } else {
      node = itemOf(node, step);
      if (!isNode(node)) return offset;
      offset = startOf(node);
    }
  }
  return offset;
}

function itemOf(node: unknown, step: PropertyKey): unknown {
  if (typeof node !== "object" || node === null || !("items" in node)) return null;
  return Array.isArray(node.items) && typeof step === "number" ? node.items[step] : null;
}

function startOf(node: Node): number | null {
  return node.range?.[0] ?? null;
}
