import { parse as parseToml, TomlError } from "smol-toml";
import { parseDocument } from "yaml";
import type { Aside, StatedPicture } from "#core/article/copy.ts";
import { asideOf, fieldAsides } from "./aside.ts";
import { type Fenced, findFrontMatter } from "./front-matter-fence.ts";
import { frontMatterPictures } from "./front-matter-pictures.ts";
import { fieldNamed, type HeaderField } from "./header-line.ts";
import { splitTags } from "./tags.ts";

/** What stands at the top of a Markdown file: between `---` lines, between `+++` lines, or in braces. */
export type FrontMatter =
  | {
      readonly ok: true;
      readonly fields: Readonly<Partial<Record<Exclude<HeaderField, "tags">, string>>>;
      readonly tags: readonly string[];
      /** Every field, known or not. */
      readonly asides: readonly Aside[];
      readonly pictures: readonly StatedPicture[];
      /** The text behind it. */
      readonly rest: string;
    }
  | { readonly ok: false; readonly reason: string };

/** Says whether a text begins with front matter, and not with a rule between two paragraphs. */
export function hasFrontMatter(text: string): boolean {
  const found = findFrontMatter(text);
  if (found === null) return false;
  const { language, source } = found;
  if (language === "json" || source.trim() === "") return true;
  return language === "toml"
    ? /^[ \t]*(?:["']?[\p{L}\p{N}_][\p{L}\p{N} ._-]*["']?[ \t]*=|\[)/mu.test(source)
    : /^[ \t]*["']?[\p{L}_][\p{L}\p{N} _-]*(?:(?:["']|\t)[ \t]*)?:(?:\s|$)/mu.test(source);
}

/** Reads the front matter of a text. */
export function readFrontMatter(text: string): FrontMatter {
  const found = findFrontMatter(text);
  if (found === null) {
    if (
      !/^\s*(?:---[^\S\n]*\n[ \t]*\p{L}[\p{L}_-]*:|\+\+\+[^\S\n]*\n[ \t]*\p{L}[\p{L}_-]*\s*=)/u.test(
        text,
      )
    )
      return { ok: true, fields: {}, tags: [], asides: [], pictures: [], rest: text };
    return {
      ok: false,
      reason: "The front matter has no end; put a line like its first one below its last key.",
    };
  }
  const values = VALUES[found.language](text, found);
  if (!values.ok) return values;
  if (values.is !== null && (typeof values.is !== "object" || Array.isArray(values.is))) {
    return {
      ok: false,
      reason:
        "The front matter is not a list of keys and values; write a line like `title: …` for each.",
    };
  }
  const asides = [
    ...fieldAsides("the front matter", values.is ?? {}),
    ...(found.language === "json" ? [] : remarksIn(found.source)),
  ];
  const pictures = frontMatterPictures(values.is ?? {});
  return { ok: true, ...fieldsOf(values.is ?? {}), asides, pictures, rest: found.rest };
}

/** What a desk writes behind `#`, in YAML and TOML alike, for whoever opens the file. */
function remarksIn(source: string): readonly Aside[] {
  const remarks = source
    .split("\n")
    .flatMap((line) => /(?:^|\s)#+(?<text>.*)$/u.exec(line)?.groups?.text ?? []);
  return asideOf("a comment", remarks.join("\n"));
}

type Values =
  | { readonly ok: true; readonly is: unknown }
  | { readonly ok: false; readonly reason: string };

const VALUES: Readonly<Record<Fenced["language"], (text: string, found: Fenced) => Values>> = {
  yaml(text, { source, offset }) {
    // Every scalar stays the text that the file has: no schema makes a number of "007" or a date of "2026-05-09".
    const document = parseDocument(source, { schema: "failsafe" });
    const [fault] = document.errors;
    if (fault !== undefined)
      return { ok: false, reason: faultOf(text, offset + fault.pos[0], fault.message) };
    return { ok: true, is: document.toJS({ maxAliasCount: 20 }) };
  },
  toml(_text, { source }) {
    try {
      return { ok: true, is: parseToml(source, { integersAsBigInt: true }) };
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      return { ok: false, reason: brokenIn(error.line + 1, error.message.split("\n", 1).join("")) };
    }
  },
  json(_text, { source }) {
    try {
      return { ok: true, is: JSON.parse(source) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return { ok: false, reason: `The front matter is broken (${error.message}); mend it.` };
    }
  },
};

function brokenIn(line: number, what: string): string {
  return `The front matter is broken in line ${line} (${what}); mend that line.`;
}

function faultOf(text: string, offset: number, message: string): string {
  const line = text.slice(0, offset).split("\n").length;
  const [what = "it cannot be read"] = message.split("\n");
  const said = what.replace(/ at line \d+, column \d+:?$/u, "");
  const mend = /nested mappings|implicit key/iu.test(said)
    ? " A value with a colon in it needs quotation marks around it."
    : "";
  return brokenIn(line, said) + mend;
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
  if (value instanceof Date) return [value.toISOString()];
  if (["number", "bigint", "boolean"].includes(typeof value)) return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value !== null && typeof value === "object" && "name" in value) return textsOf(value.name);
  return [];
}
