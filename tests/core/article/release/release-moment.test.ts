import { expect, test } from "vitest";
import { readNotices } from "#core/article/notice.ts";
import { readNoticeLine } from "#core/article/release/notice.ts";

/** Wednesday. */
const TAKEN_IN = Date.UTC(2025, 4, 7, 12);

function read(line: string, place: "desk" | "headline" = "desk"): string | null {
  const { notice } = readNoticeLine(line, place, TAKEN_IN);
  if (notice === null) return null;
  return notice.until === null ? "held" : new Date(notice.until).toISOString().slice(0, 16);
}

test.each([
  ["Embargoed until 9am (Ghanaian time), Friday, 9th May 2025", "2025-05-09T09:00"],
  ["Embargoed until 9am (Sarnian time), Friday, 9th May 2025", "held"], // nobody knows that clock
  ["Hold for release until 6 a.m. Pacific on Friday, May 9, 2025", "2025-05-09T14:00"],
  ["Embargoed: to be released only after 4:00 PM, New Delhi, 9 May 2025", "2025-05-09T10:30"],
  ["Sperrfrist: 9. Mai 2025, 11 Uhr (Bern)", "2025-05-09T10:00"],
  ["Embargo: venerdì 9 maggio 2025, ore 11.00 (Roma)", "2025-05-09T10:00"],
  ["Da non diffondere prima delle 18 del 9 maggio 2025, ora di Roma", "2025-05-09T17:00"],
  ["No difundir antes de las 18:00 h del 9 de mayo de 2025 (hora de Bogotá)", "2025-05-09T23:00"],
  ["EMBARGO: liberado a partir das 9h (horário de Brasília) de 9/5/2025", "2025-05-09T12:00"],
  ["Эмбарго до 9 мая 2025 года, 10:00 (время московское)", "2025-05-09T07:00"],
  ["9 Mayıs 2025 saat 09.00'dan (TSİ) önce yayınlanmaması rica olunur", "2025-05-09T06:00"],
  ["9 مئی 2025 شام سات بجے (پاکستانی وقت) سے قبل شائع نہ کیا جائے", "2025-05-09T14:00"],
  ["9 मई 2025 को सुबह छह बजे (भारतीय समय) तक एम्बार्गो", "2025-05-09T00:30"],
  ["本稿请于北京时间2025年5月9日10时后刊发", "2025-05-09T02:00"],
  ["本稿禁發至民國114年5月9日10時（台北時間）", "2025-05-09T02:00"],
  ["解禁：令和7年5月9日 17:00（日本時間）", "2025-05-09T08:00"],
] as const)("whose clock %j goes by is known: %s", (line, expected) => {
  expect(read(line)).toBe(expected);
});

test.each([
  ["EMBARGOED UNTIL 091500Z MAY 25", "2025-05-09T15:00"],
  ["EMBARGOED UNTIL 091500L MAY 25", "held"], // "L" is local time to some
  ["HOLD FOR RELEASE UNTIL 051325 090000 GMT", "2025-05-13T09:00"],
  ["HOLD FOR RELEASE UNTIL 133025 090000 GMT", "held"],
  ["Embargo: 12-05-2025 09:00 CET", "2025-05-12T08:00"],
  ["Embargo: 12-01-2025 09:00 CET", "2025-12-01T08:00"], // January is over: it may be an American's
  ["Embargo: Sunday 12/01/2025, 09:00 GMT", "held"],
  ["Embargo: 12-05-2025 09:00 GMT", "2025-12-05T09:00"], // either order
  ["Embargo: now 12/05/2025, 09:00 GMT", "2025-12-05T09:00"],
  ["Embargo: Monday 12/05/2025, 09:00 GMT", "2025-05-12T09:00"], // 5 December is a Friday
  ["Sperrfrist: 12-05-2025, 8.00 Uhr", "2025-05-12T20:00"],
  ["EMBARGO: 8:00, 12 May 2025", "2025-05-13T08:00"], // the evening, for all that it says
] as const)("a date or a time in another form, %j: %s", (line, expected) => {
  expect(read(line)).toBe(expected);
});

test.each([
  ["Not for release until after 9 May 2025", "2025-05-10T12:00"],
  ["For release on or after 9 May 2025", "2025-05-09T12:00"],
  ["Not for release until after 10:00 GMT, 9 May 2025", "2025-05-09T10:00"],
  ["Not for release until after the vote on 9 May 2025", "held"],
  ["Erst nach dem 9. Mai 2025 veröffentlichen", "2025-05-10T12:00"],
  ["Sous embargo jusqu'au 9 mai 2025 inclus", "2025-05-10T12:00"],
  ["Onder embargo tot en met 9 mei 2025", "2025-05-10T12:00"],
  ["Embargoed until midnight GMT, Friday 9 May 2025", "2025-05-10T00:00"],
  ["Embargoed until midnight, Friday 9 May 2025", "held"], // which end of the day, on what clock?
] as const)("which end of a day %j means: %s", (line, expected) => {
  expect(read(line)).toBe(expected);
});

test.each([
  [
    "This text is under embargo and may not be published, in whole or in part, before 9 May 2025 at 09:00 GMT.",
    "2025-05-09T09:00",
  ],
  ["Embargo ends when the bill passes, not before 09:00 GMT on 9 May 2025", "held"],
  ["AMBARGOLUDUR: 9 Mayıs 2025 Cuma, saat 10.00'a kadar yayımlanmamalıdır.", "2025-05-09T22:00"],
  ["NOT FOR IMMEDIATE RELEASE – hold until 9 May 2025, 1400 GMT", "2025-05-09T14:00"],
  ["Embargoed to 2200 GMT on 9 May 2025 and must not be used before then.", "2025-05-09T22:00"],
  ["Hold until 0900 GMT, 9 May 2025, as agreed with the museum", "2025-05-09T09:00"],
  ["Hold until 0900 GMT, 9 May 2025, as agreed provisionally", "held"],
  [
    "Hold for release until 0900 GMT, 9 May 2025. Moved in advance for Sunday use.",
    "2025-05-09T09:00",
  ],
] as const)("what is said twice, or beside it, in %j: %s", (line, expected) => {
  expect(read(line)).toBe(expected);
});

test.each([
  ["desk", "Not for press, web or agency use before 10:00 GMT on 9 May 2025", "2025-05-09T10:00"],
  ["desk", "Nothing to be sent before 10:00 GMT on 9 May 2025", "2025-05-09T10:00"],
  ["headline", "None of the crew to be freed before 9 May 2025", null],
  ["desk", "Please hold this piece back till 10:00 GMT on 9 May 2025", "2025-05-09T10:00"],
  ["headline", "Hold the line until 9 May, union tells its members", null],
  [
    "headline",
    "Frei für die Freitagausgaben, online frei ab 8. Mai 2025, 18.00 Uhr",
    "2025-05-09T06:00",
  ],
  ["desk", "Publikacja możliwa nie wcześniej niż 9 maja 2025", "2025-05-09T12:00"],
  ["headline", "This ruling is embargoed until it is read out in court", "held"],
  ["desk", "Next release: 9 May 2025, 9:30am", null],
  ["desk", "Release: 9 May 2025, 9:30am", "2025-05-09T21:30"],
  ["desk", "Not for hire, not for release: the ghost boats of Sarn", null],
  ["desk", "Not for broadcast, not for release", "held"],
] as const)("a %s that says %j: %s", (place, line, expected) => {
  expect(read(line, place)).toBe(expected);
});

test.each([
  ["Report held back for a year, leaked letters show", 0],
  ["Report held back for a year, the desk says", 1],
])("%j orders %s times", (line, orders) => expect(readNotices(line)).toHaveLength(orders));
