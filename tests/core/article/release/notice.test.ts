import { expect, test } from "vitest";
import { readNoticeLine } from "#core/article/release/notice.ts";
import type { NoticePlace } from "#core/article/release/sighting.ts";

/** Wednesday. */
const TAKEN_IN = Date.UTC(2025, 4, 7, 12);

function read(line: string, place: NoticePlace): string | null {
  const { notice } = readNoticeLine(line, place, TAKEN_IN);
  if (notice === null) return null;
  return notice.until === null ? "held" : new Date(notice.until).toISOString().slice(0, 16);
}

// Words that hide: each is the same notice to a reader.
test.each([
  "EM\u00adBARGOED UNTIL 0001 GMT, 9 MAY 2025",
  "EM\u200bBAR\u2060GOED UNTIL 0001 GMT, 9 MAY 2025",
  "ＥＭＢＡＲＧＯＥＤ　ＵＮＴＩＬ ０００１ ＧＭＴ， ９ ＭＡＹ ２０２５",
  "\u0415MB\u0410RG\u041eED UNTIL 0001 GMT, 9 MAY 2025", // Cyrillic Е, А and О
  "E-M-B-A-R-G-O-E-D UNTIL 0001 GMT, 9 MAY 2025",
  "E M B A R G O E D  U N T I L  0 0 0 1  G M T ,  9  M A Y  2 0 2 5",
  "EM-BARGOED UNTIL 0001 GMT, 9 MAY 2025",
  "EMBAR-\nGOED UNTIL 0001 GMT, 9 MAY 2025",
  "__EMBARGOED UNTIL__ 0001 GMT, 9 May 2025",
  "EMABRGOED UNITL 0001 GMT, 9 MAY 2025",
  "Embarged until 0001 GMT, 9 May 2025",
  "🔴 EMBARGO 9 May 2025 0001 GMT",
])("%j is read as anybody reads it", (line) => {
  expect(read(line, "desk")).toBe("2025-05-09T00:01");
});

test.each([
  "The fleet embarked on Friday 9 May at 0001 GMT",
  "Embarrassed ministers were to leave until 9 May 2025",
  "E. M. B. Argo is to speak at 0001 GMT, 9 May 2025",
])("%j hides nothing", (line) => expect(read(line, "story")).toBeNull());

// A line above a headline, or a note: a notice, unless it speaks of another thing.
test.each([
  ["EMBARGO", "held"],
  ["EMBARGO: see the covering mail", "held"],
  ["Embargo: 9 May 2025", "2025-05-09T12:00"],
  ["EMBARGO UNTIL TOMORROW 10AM", "held"],
  ["Embargoed until the third quarter", "held"],
  ["Embargo extended", "held"],
  ["EMBARGO CHANGED: NOW 0001 GMT, 10 MAY 2025", "2025-05-10T00:01"],
  ["EMBARGOED UNTIL 0001 GMT 9 MAY 2025, NOT 8 MAY AS EARLIER STATED", "2025-05-09T00:01"],
  ["Until 1800 GMT 8 May (print) – not for online use before 0600 GMT 9 May", "2025-05-09T06:00"],
  ["Embargoed until 0001 GMT 9 May – may be extended", "held"],
  ["News release from the university, embargo 2330 GMT Thursday 8 May 2025", "2025-05-08T23:30"],
  ["Draft – not for release", "held"],
  ["CONFIDENTIAL", "held"],
  ["Do not use before the family has been told", "held"],
  ["Not to move until the duty lawyer releases it", "held"],
  ["Obituary – not for use until death is announced", "held"],
  ["Hold for Thursday's papers", "held"],
  ["Release date: to be confirmed on 9 May", "held"],
  ["EMBARGOED UNTIL MIDNIGHT GMT 9 MAY 2025", "2025-05-10T00:00"], // the later end of the day
  ["EMBARGO LIFTED – Minister resigns", null],
  ["Embargo passed at 0001 GMT on Friday", null],
  ["Embargo: for immediate release", null],
  ["Updates with embargo on oil until 2027", null],
  ["Corrects date of arms embargo to 1998", null],
  ["Embargo from 9 May on poultry", null],
  ["No broadcast before 9pm for gambling adverts", null],
  ["Not for publication or broadcast in the United States", null],
  ["Press release 9 May 2012", null],
  ["Press office (number not for publication): 0161 496 0000", null],
  ["The following information is not for publication", null],
  [
    "The following information is not for publication before 0001 GMT, 9 May 2025",
    "2025-05-09T00:01",
  ],
  ["NOT FOR PUBLICATION", "held"],
])("a desk's %j: %s", (line, expected) => expect(read(line, "desk")).toBe(expected));

// In a headline and in a story it is news, unless it is a notice in so many words.
test.each([
  ["headline", "EMBARGOED UNTIL 0001 GMT, 9 MAY 2025: Minister resigns", "2025-05-09T00:01"],
  ["headline", "EMBARGOED - Minister resigns", "held"],
  ["headline", "EMBARGO", "held"],
  ["headline", "Embargo", null],
  ["headline", "Embargo: the word that shaped an island", null],
  ["headline", "Under embargo: how an island lives", null],
  ["headline", "Under embargo for sixty years", null],
  ["headline", "Hold until Monday, police tell drivers", null],
  ["headline", "For release: hostages wait at the border", null],
  ["headline", "For publication on Friday: new poems by Maro", null],
  ["headline", "Not released until 2030: the files of a spy", null],
  ["headline", "‘NOT FOR PUBLICATION’: the memo that sank a minister", null],
  [
    "story",
    "This press release is strictly embargoed until 0001 GMT on 9 May 2025.",
    "2025-05-09T00:01",
  ],
  ["story", "The following is under embargo until 9 May.", "2025-05-09T12:00"],
  ["story", "Embargoed until the start of the speech", "held"],
  ["story", "Embargoed until 2030 under a court order, the files name twelve agents.", null],
  ["story", "“Embargoed until 9 May,” the mail said.", null],
  [
    "story",
    "Its review embargo lifts on 9 May 2025 at 0001 GMT, two days before the game is sold.",
    null,
  ],
  ["story", "Not released until Friday, the men were held in a cell.", null],
  ["story", "Do not use before 2027, the label says.", null],
  ["story", "The embargo was lifted on 9 May 2025.", null],
] as const)("a %s that says %j: %s", (place, line, expected) => {
  expect(read(line, place)).toBe(expected);
});

// Each language's date goes with its year; without it, only English is sure enough.
test.each([
  ["Sperrfrist: 9. Mai 2025, 10.00 Uhr MESZ", "2025-05-09T08:00"],
  ["Sperrfrist: 9. Mai, 10.00 Uhr", "held"],
  ["Sous embargo jusqu'au 9 mai 2025 à 10h, heure de Paris", "2025-05-09T09:00"],
  ["Embargo jusqu'au début du discours", "held"],
  ["محظور النشر حتى الساعة العاشرة صباحا من يوم الجمعة 9 مايو 2025", "2025-05-09T22:00"],
  ["९ मई २०२५ से पहले प्रकाशित न करें", "2025-05-09T12:00"],
  ["2025年5月9日正午前不得发布", "2025-05-10T00:00"],
  ["Эмбарго до окончания выступления", "held"],
  ["Embargo 0001 GMT, May 9", "2025-05-09T00:01"],
])("%j goes out by itself at %s", (line, expected) => expect(read(line, "desk")).toBe(expected));

// No reading is early: what postpones, denies or only dates a notice leaves nothing that lets the copy go.
test.each([
  ["EMBARGO NOT 0001 GMT 6 MAY 2025 AS FIRST PLANNED", "held"],
  ["EMBARGO EXTENDED FROM 6 MAY 2025", "held"],
  ["EMBARGOED UNTIL THE DAY AFTER 9 MAY 2025", "held"],
  ["EMBARGOED UNTIL 0001 GMT 6 MAY 2025 – PUT BACK 48 HOURS", "held"],
  ["EMBARGOED UNTIL 0001 GMT 6 MAY 2025 – ON HOLD", "held"],
  ["EMBARGOED UNTIL 6 MAY 2025?", "held"],
  ["EMBARGOED PRESS RELEASE 6 MAY 2025", "held"], // the day on which it was written
  ["NOT FOR PUBLICATION – 06.05.2025", "held"],
  ["EMBARGOED UNTIL 15 May 2026, UK time", "held"], // a year, or 20:26
  ["EMBARGOED UNTIL 10:00 UTC/GMT-5, 9 MAY 2025", "2025-05-09T15:00"],
  ["EMBARGOED UNTIL 10:00 GMT plus 2 hours 9 May 2025", "held"],
  ["EMBARGO: 25.05.09 09:00 GMT", "2025-05-09T09:00"], // 2009, or the year first
  ["EMBARGO UNTIL 12.05.2025 9:00 AM EST", "2025-12-05T14:00"], // an American date
  ["EMBARGOED UNTIL 00.01am GMT 9 MAY 2025", "2025-05-09T00:01"],
  ["EMBARGOED UNTIL 10 a.m. EDT, December 1, 2025", "2025-12-01T15:00"], // winter, whatever it is called
  [
    "Embargo до 10 часов вечера 9 мая 2025 года, мск".replace("Embargo", "Эмбарго"),
    "2025-05-09T19:00",
  ],
  ["Sous embargo jusqu'au 9 mai 2025, 10 h du soir, heure de Paris", "2025-05-09T21:00"],
  ["北京时间2025年5月9日晚上12点前不得发布", "2025-05-09T16:00"], // the end of the day
  ["報道解禁：日本時間2025年5月9日午前0時30分", "2025-05-08T15:30"],
  ["Embargo do 9 maja 2025 włącznie", "2025-05-10T12:00"],
  ["EMBARGO LIFTED WHEN THE MINISTER SITS DOWN", "held"],
  ["NOT FOR IMMEDIATE RELEASE", "held"],
  ["EMBARGOED UNTIL LIFTED BY THE PRESS OFFICE", "held"],
  ["Embargo: no publication before the speech", "held"],
  ["FOR IMMEDIATE RELEASE: May 6, 2025", null],
  ["The embargo on this release has been lifted", null],
])("a desk's %j is read at its latest: %s", (line, expected) => {
  expect(read(line, "desk")).toBe(expected);
});

test("a notice behind many words about embargoes is not lost among them", () => {
  const news = "The embargo on grain hurts, the embargo on oil does not. ".repeat(12);
  const line = `${news}Не публиковать до 9 мая 2025 года, 6:00 мск`;
  expect(read(line, "desk")).toBe("2025-05-09T03:00");
});
