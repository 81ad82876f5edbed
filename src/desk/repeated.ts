import type { Article } from "#core/article/article.ts";
import { findRepeated } from "#core/text/repeated.ts";
import type { Archive } from "./port/archive.ts";
import { type Prepare, type Prepared, type RawCopy, STOPPED } from "./prepare.ts";

/** As many articles of a source show what it repeats. */
const MOST_OTHERS = 12;

/**
 * Prepares a file, and once more where its stories hold lines that their source repeats under others:
 * which source it is, only the reading tells.
 */
export async function prepareKnowing(
  parts: { readonly prepare: Prepare; readonly archive: Pick<Archive, "bodiesOf"> },
  file: RawCopy,
): Promise<Prepared | typeof STOPPED> {
  const prepared = await parts.prepare(file);
  if (prepared === STOPPED || !prepared.ok) return prepared;
  const articles = prepared.stories.flatMap((story) => (story.ok ? [story.article] : []));
  const repeated = await repeatedIn(parts, articles);
  return repeated.length === 0 ? prepared : parts.prepare({ ...file, repeated });
}

/** Lines of some articles that their sources repeat under others, by their keys. */
export async function repeatedIn(
  { archive }: { readonly archive: Pick<Archive, "bodiesOf"> },
  articles: readonly Article[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const [source, own] of Map.groupBy(articles, sourceOf)) {
    if (source === null) continue;
    const stored = await archive.bodiesOf(source, MOST_OTHERS);
    const texts = own.map(({ body }) => body);
    for (const [index, text] of texts.slice(0, MOST_OTHERS).entries()) {
      const beside = texts.slice(0, MOST_OTHERS).toSpliced(index, 1);
      for (const key of findRepeated(text, [...stored, ...beside])) found.add(key);
    }
  }
  return [...found];
}

/** Whose copy it is; `null` where it does not say. */
function sourceOf({ source, dateline }: Article): string | null {
  return source ?? dateline?.agency ?? null;
}
