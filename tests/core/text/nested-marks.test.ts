import { expect, test } from "vitest";
import { findPassages } from "#core/text/passages.ts";
import { findQuotations } from "#core/text/quotation-marks.ts";

const inMarks = (body: string): string[] =>
  findQuotations(body, findPassages(body), false).map(({ start, end }) => body.slice(start, end));

test.each([
  ["Spanish", "«No hay agua», dijo Rita Olmo.", ["No hay agua"]],
  ["French, set apart", "« Il n’y a plus d’eau », dit Rita Olme.", ["Il n’y a plus d’eau"]],
  ["German", "„Es gibt kein Wasser“, sagte Rita Olm.", ["Es gibt kein Wasser"]],
  ["German, turned", "»Es gibt kein Wasser«, sagte Rita Olm.", ["Es gibt kein Wasser"]],
  ["Swiss singles", "‹Es gibt kein Wasser›, sagte Rita Olm.", ["Es gibt kein Wasser"]],
  ["German singles", "‚Es gibt kein Wasser‘, sagte Rita Olm.", ["Es gibt kein Wasser"]],
  ["Polish", "„Nie ma wody” – powiedziała Rita Olma.", ["Nie ma wody"]],
  ["Swedish", "”Det finns inget vatten”, sade Rita Olm.", ["Det finns inget vatten"]],
  ["Swedish, angled", "»Det finns inget vatten», sade Rita Olm.", ["Det finns inget vatten"]],
  ["Urdu", "ریتا نے کہا: ”پانی نہیں ہے۔“ پھر وہ چلی گئیں۔", ["پانی نہیں ہے۔"]],
  ["Arabic", "وقالت: «لا يوجد ماء».", ["لا يوجد ماء"]],
  ["Japanese", "市長は「水がない」と述べた。", ["水がない"]],
  ["Chinese", "市长说：“没有水了。”", ["没有水了。"]],
  ["Chinese, corners", "市長說：『沒有水了。』", ["沒有水了。"]],
  ["straight", '"Su yok" dedi Rita Olm. "Gelmedi."', ["Su yok", "Gelmedi."]],
  ["with marks of direction", "قال: \u200f«\u200fلا يوجد ماء\u200f»\u200f.", ["لا يوجد ماء"]],
])("reads %s marks", (_, body, quotations) => expect(inMarks(body)).toEqual(quotations));

test.each([
  [
    "high in angled",
    "«Ella gritó “agua” y corrió», dijo Rita Olmo.",
    ["Ella gritó “agua” y corrió"],
  ],
  [
    "angled in angled",
    "« Il a dit « non » et il est parti », dit Rita.",
    ["Il a dit « non » et il est parti"],
  ],
  ["angled in low", "„Das »Wasser« ist weg“, sagte Rita Olm.", ["Das »Wasser« ist weg"]],
  ["low in low", "„Er rief „Wasser“ und lief“, sagte Rita Olm.", ["Er rief „Wasser“ und lief"]],
  ["corners in corners", "彼女は「父は『水』と叫んだ」と話した。", ["父は『水』と叫んだ"]],
])("keeps marks within marks in the outer pair: %s", (_, body, quotations) =>
  expect(inMarks(body)).toEqual(quotations));

test.each([
  ["«", "«No hay agua.\n\n«Tampoco hay luz», dijo Rita Olmo.", ["No hay agua.", "Tampoco hay luz"]],
  ["»", "«No hay agua.\n\n»Tampoco hay luz», dijo Rita Olmo.", ["No hay agua.", "Tampoco hay luz"]],
  ["“", "“Su yok.\n\n“Işık da yok” dedi Rita Olm.", ["Su yok.", "Işık da yok"]],
])("a paragraph that opens with %s goes on with the quotation before it", (_, body, quotations) => {
  expect(inMarks(body)).toEqual(quotations);
  const [, second] = findQuotations(body, findPassages(body), false);
  expect(second?.continues).toBe(true);
});

test.each([
  ["an apostrophe in French", "L’eau n’est plus qu’un souvenir d’enfance.", []],
  ["an apostrophe in Italian", "Un po’ d’acqua c’è, dell’altra no.", []],
  ["a clipped word in Dutch", "'s Avonds is er geen water, 't is op.", []],
  ["an ending in Turkish", "Olm’un evi İzmir’de, Moe'nun evi Bursa'da.", []],
  ["an inch in German", 'Ein Rohr von 12" brach am Montag.', []],
])("tells %s from a quotation", (_, body, quotations) => expect(inMarks(body)).toEqual(quotations));
