import type { Reading } from "#core/change/reading.ts";
import type { Range } from "#core/text/text.ts";

const BODIES =
  "Police|Sheriff|County|Co|Parish|Department|Dept|Hospital|Medical|Center|Centre|Stoppers|City|Fire|District|State|University|Office|Coroner|Examiner|Bureau|Station|News|Attorney|Superior|Circuit|Regional|General|Memorial|Health";
// Reads: "Prince William County Police", "Regional Medical Center"
const BODY = new RegExp(
  `(?:\\p{Lu}[\\p{L}.’'-]* ){0,4}(?:${BODIES})(?:['’]s)?(?![\\p{L}-])(?: \\p{Lu}[\\p{L}.’'-]*){0,3}`,
  "gu",
);
// Reads: "Cpl. Ida Moe", "spokeswoman Ida Moe"
const OFFICIAL =
  /(?:(?:Sgt|Cpl|Lt|Capt|Col|Maj|Det|Cmdr|Ofc)\.|Sergeant|Corporal|Lieutenant|Captain|Major|Chief|Sheriff|Detective|Officer|Deputy|Trooper|Mayor|Commander|Inspector|Superintendent|Judge|spokes(?:wo)?man|spokesperson)(?: \p{Lu}[\p{L}.’'-]*){1,3}/gu;
const STREET = /\b(?:Street|St|Avenue|Ave|Road|Rd|Drive|Lane|Boulevard|Court|Place)\b/u;

/**
 * Names of towns, regions, bodies and officials: what all reports of a town share, whatever they are of. Streets are none:
 * few things happen in one.
 */
export function localNames(reading: Reading, headline: string, news: Range): readonly string[] {
  const { filing, body, entities, names, sentences } = reading;
  const text = `${headline}\n${body.slice(news.start, news.end)}`;
  const places = names.flatMap(({ entity, sentence }) => {
    const found = entities[entity];
    const isNews = (sentences[sentence]?.start ?? news.end) < news.end;
    const isPlace = found?.kind === "place" && !STREET.test(found.name);
    return isNews && isPlace ? [found.name] : [];
  });
  const { article, brief } = filing;
  const stated = [brief.dateline?.place, article.located, ...article.places];
  const read = [...text.matchAll(BODY), ...text.matchAll(OFFICIAL)].map(([found]) => found);
  return [...read, ...places, ...stated.filter((place) => place != null)];
}
