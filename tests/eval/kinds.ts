import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { evidenceOf } from "#core/brief/kind-evidence.ts";
import { readStory, readText } from "#core/brief/read.ts";
import { findDateline } from "#core/text/find-dateline.ts";
import type { KindEvidence } from "#core/text/kind.ts";
import { VOICED, type VoicedKind } from "#core/text/tell-kind.ts";
import { readGold } from "./gold.ts";

/** A text of ours whose kind is known. */
export interface KindSample {
  readonly kind: VoicedKind;
  readonly title: string;
  readonly body: string;
}

const FOLDER = join(import.meta.dirname, "kinds");

/**
 * Reads the texts that the kind is learned from: a file's name begins with their kind, texts stand apart by
 * `---`, and the first line of each is its headline.
 */
export function readKinds(folder = FOLDER): KindSample[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return files.sort().flatMap((file) => {
    const kind = VOICED.find((one) => file.startsWith(one));
    if (kind === undefined) throw new RangeError(`${file} is of no kind`);
    const texts = readFileSync(join(folder, file), "utf8").split(/^---\n/mu);
    return texts.map((text) => {
      const [title = "", ...lines] = text.trimEnd().split("\n");
      return { kind, title, body: lines.join("\n").trim() };
    });
  });
}

/** Styles of the gold set whose form tells them, not their voice. */
const SHAPED = /interview|q&a|round-up|live blog|list/u;

/** The gold set's articles: reports but for one release. */
export function kindsOfGold(): KindSample[] {
  return readGold().flatMap(({ styles, title, body }) => {
    if (styles.some((style) => SHAPED.test(style))) return [];
    const kind = styles.includes("press release") ? "release" : "report";
    return [{ kind, title: title ?? "", body }];
  });
}

interface TitledText {
  readonly title: string | null;
  readonly body: string;
}

/** What the kind of a sample is told from, as the writer of briefs reads it. */
export function evidenceOfSample({ title, body }: TitledText): KindEvidence {
  const draft = { title, body, dateline: findDateline(body)?.dateline ?? null, language: "en" };
  return evidenceOf(draft, readStory(draft, readText(draft)));
}
