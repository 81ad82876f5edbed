import { parseDocument } from "yaml";
import { fieldNamed, type HeaderField } from "./header-line.ts";
import { splitTags } from "./tags.ts";

/** What stands between the `---` lines at the top of a Markdown file. */
export type FrontMatter =
  | {
      readonly ok: true;
      readonly fields: Readonly<Partial<Record<Exclude<HeaderField, "tags">, string>>>;
      readonly tags: readonly string[];
      /** The text behind it. */
      readonly rest: string;
    }
  | { readonly ok: false; readonly reason: string };

// Reads: ---, any lines, --- or ...
const FENCED = /^\s*---[^\S\n]*\n(?<yaml>(?:[\s\S]*?\n)??)(?:---|\.\.\.)[^\S\n]*(?:\n|$)/u;
const LONGEST = 64 * 1024;

/** Says whether a text begins with front matter, and not with a rule between two paragraphs. */
export function hasFrontMatter(text: string): boolean {
  const yaml = fenced(text)?.yaml;
  return (
    yaml !== undefined &&
    (yaml.trim() === "" ||
      /^[ \t]*["']?[\p{L}_][\p{L}\p{N} _-]*(?:(?:["']|\t)[ \t]*)?:(?:\s|$)/mu.test(yaml))
  );
}

/** Reads the front matter of a text; unknown keys are left alone. */
export function readFrontMatter(text: string): FrontMatter {
  const found = fenced(text);
  if (found === null) {
    if (!/^\s*---[^\S\n]*\n[ \t]*\p{L}[\p{L}_-]*:/u.test(text))
      return { ok: true, fields: {}, tags: [], rest: text };
    return {
      ok: false,
      reason: "The front matter has no end; put a line of --- below its last key.",
    };
  }
  // Every scalar stays the text that the file has: no schema makes a number of "007" or a date of "2026-05-09".
  const source = parseDocument(found.yaml, { schema: "failsafe" });
  const [fault] = source.errors;
  if (fault !== undefined)
    return { ok: false, reason: faultOf(text, found.offset + fault.pos[0], fault.message) };
  const values: unknown = source.toJS({ maxAliasCount: 20 });
  if (values !== null && (typeof values !== "object" || Array.isArray(values))) {
    return {
      ok: false,
      reason:
        "The front matter is not a list of keys and values; write a line like `title: …` for each.",
    };
  }
  return { ok: true, ...fieldsOf(values ?? {}), rest: found.rest };
}

function faultOf(text: string, offset: number, message: string): string {
  const line = text.slice(0, offset).split("\n").length;
  const [what = "it cannot be read"] = message.split("\n");
  const said = what.replace(/ at line \d+, column \d+:?$/u, "");
  const mend = /nested mappings|implicit key/iu.test(said)
    ? " A value with a colon in it needs quotation marks around it."
    : "";
  return `The front matter is broken in line ${line} (${said}); mend that line.${mend}`;
}

function fieldsOf(values: object): Pick<FrontMatter & { ok: true }, "fields" | "tags"> {
  const fields: Partial<Record<Exclude<HeaderField, "tags">, string>> = {};
  const tags: string[] = [];
  for (const [key, value] of Object.entries(values)) {
    const field = fieldNamed(key);
    const texts = textsOf(value);
    if (field === "tags") tags.push(...(Array.isArray(value) ? texts : texts.flatMap(splitTags)));
    else if (field !== null && texts.length > 0) fields[field] ??= texts.join(", ");
  }
  return { fields, tags };
}

/** A value may be a text, a list of texts, or an author with a name. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value !== null && typeof value === "object" && "name" in value) return textsOf(value.name);
  return [];
}

function fenced(text: string): { yaml: string; offset: number; rest: string } | null {
  const found = FENCED.exec(text.slice(0, LONGEST));
  const yaml = found?.groups?.yaml;
  if (found === null || yaml === undefined) return null;
  return { yaml, offset: found[0].indexOf("\n") + 1, rest: text.slice(found[0].length) };
}
