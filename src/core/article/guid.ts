import type { Article } from "./article.ts";

const LONGEST = 600;

/** A publisher's name for an article, without the version that some put behind it: `urn:newsml:…:flood:3U`. */
export function bareGuid({ guid, version }: Pick<Article, "guid" | "version">): string | null {
  const text = guid?.trim().slice(0, LONGEST) ?? "";
  if (text === "") return null;
  const named = text.replace(/[:;/?&_]version[:=_/]\d+$/i, "");
  if (named !== text || version === null) return named;
  const counted = /^(?<name>urn:newsml:.+):(?<count>\d+)[NUA]?$/i.exec(text)?.groups;
  return counted?.name !== undefined && Number(counted.count) === version ? counted.name : text;
}

/** Says whether a name is one in the world, as a URN, a tag, a link or a UUID is; `12345` is not. */
export function isWorldWide(guid: string): boolean {
  return (
    /^(?:urn|tag|https?):\S{6,}/i.test(guid) ||
    /^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?$/i.test(guid) ||
    /^[\da-f]{32,64}$/i.test(guid)
  );
}

/** Who gave it, in one spelling: the source, else the host of its link; `null` where nobody is named. */
export function providerOf({
  source,
  sourceUrl,
}: Pick<Article, "source" | "sourceUrl">): string | null {
  const named = (source ?? "").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu);
  if (named !== null) return named.join(" ");
  const host = /^https?:\/\/(?:www\.)?(?<host>[^/:?#]+)/i.exec(sourceUrl ?? "")?.groups?.host;
  return host?.toLowerCase() ?? null;
}
