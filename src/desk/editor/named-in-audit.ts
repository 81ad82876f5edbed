import type { ArticleId } from "#core/article/article.ts";
import { amid } from "#core/message/direction.ts";

// Reads: killed a1b2c3, which … · released a1b2c3 · dismissed report 3, about a1b2c3 · left a1b2c3 out of …
const OF_ARTICLE =
  /^(?:killed|held|released|mended|put|left|brought a new version of|.* report \d+, about) (?!out of )(?<id>[a-z0-9]{1,16})\b/u;
// Reads: left out of front-page for good: a1b2c3, d4e5f6 and 3 more · let the edition of … go, without a1b2c3
const OF_SEVERAL =
  /^(?:(?:left out of|took back into|set the order of) .*?: |let .* go, without )(?<ids>[a-z0-9]{1,16}(?:, [a-z0-9]{1,16})*)/u;

/**
 * What a line of the audit trail says was done, each article by its headline and its id.
 * @param headlineOf as editors know it; `null` where it may not be told
 */
export async function withHeadlines(
  headlineOf: (id: ArticleId) => Promise<string | null>,
  did: string,
): Promise<string> {
  const found = OF_SEVERAL.exec(did) ?? OF_ARTICLE.exec(did);
  if (found === null) return did;
  const ids = found.groups?.ids ?? found.groups?.id ?? "";
  const before = found[0].slice(0, -ids.length);
  const named: string[] = [];
  for (const id of ids.split(", ")) {
    const headline = await headlineOf(id);
    named.push(headline === null ? id : `“${amid(headline)}” (${id})`);
  }
  return `${before}${named.join(", ")}${did.slice(found[0].length)}`;
}
