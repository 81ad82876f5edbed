import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** A short article in some language, with all that is said in it. */
const Article = z.strictObject({
  /** As the copy's format tells it. */
  language: z.string().nullable(),
  body: z.string(),
  /** All quotes, each with its speaker; `null` where no name stands beside the verb. */
  quotes: z.record(z.string(), z.string().nullable()),
  /** Terms, titles and scare quotes. */
  notQuotes: z.array(z.string()).default([]),
});
export type Article = z.infer<typeof Article>;

const FOLDER = join(import.meta.dirname, "languages");

export function readArticles(): Article[] {
  const files = readdirSync(FOLDER).sort();
  return files.flatMap((file) =>
    z.array(Article).parse(parse(readFileSync(join(FOLDER, file), "utf8"))),
  );
}
