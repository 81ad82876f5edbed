import fc from "fast-check";
import { expect, test } from "vitest";
import { copyOf } from "#core/article/copy.ts";
import type { Embargo } from "#core/article/embargo.ts";
import { isHeld } from "#core/article/embargo.ts";
import { readRelease } from "#core/article/release/read-release.ts";

/** Wednesday. */
const TAKEN_IN = Date.UTC(2025, 4, 7, 12);

/** What copy says of its release, by its embargo field and its text. */
function readEmbargo(embargo: string | null, body: string, takenIn: number): Embargo | null {
  return readRelease(copyOf("text", [body], { embargo }), takenIn);
}

function readNote(editorNote: string): Embargo | null {
  return readRelease(copyOf("text", ["The minister resigned."], { editorNote }), TAKEN_IN);
}

function shown(embargo: Embargo | null): string | null {
  if (embargo === null || embargo.kind === "unreadable") return embargo?.kind ?? null;
  return new Date(embargo.instant).toISOString().slice(0, 16);
}

test.each([
  ["2025-05-09T00:01:00Z", "2025-05-09T00:01"],
  ["2025-05-09T00:01+05:00", "2025-05-08T19:01"],
  ["2025-05-09T00:01:00.000-0430", "2025-05-09T04:31"],
  ["20250509T000100Z", "2025-05-09T00:01"],
  ["2025-05-09T00:01", "2025-05-09T12:01"], // no zone: the last clock on Earth
  ["2025-05-09", "2025-05-09T12:00"], // no time: the start of that day, there
  ["2025-05-09 00:01 BST", "2025-05-08T23:01"], // Britain is later than Bangladesh
  ["2025-05-09 08:00 IST", "2025-05-09T07:00"], // Ireland is later than India
  ["2025-05-09 08:00 EST", "2025-05-09T13:00"], // New York is later than Sydney
  ["0001 GMT, May 9", "2025-05-09T00:01"],
  ["0001hrs GMT, Friday", "2025-05-09T00:01"],
  ["Friday 9 May 2025 6am", "2025-05-09T18:00"],
  ["May 9, 2025 at 10:30 p.m. EDT", "2025-05-10T02:30"],
  ["12.01am GMT, Friday 9 May", "2025-05-09T00:01"],
  ["12 p.m. GMT, 9 May 2025", "2025-05-09T12:00"],
  ["noon on May 9 GMT", "2025-05-09T12:00"],
  ["midnight May 9 GMT", "2025-05-10T00:00"], // the later end of that day
  ["9/5/2025", "2025-09-05T12:00"], // May or September: September
  ["13/5/2025", "2025-05-13T12:00"],
  ["9:00 GMT May 9", "2025-05-09T09:00"],
  ["9:00 May 9 2025 ET", "2025-05-10T02:00"], // morning or evening: evening
  ["May 9 1800 GMT", "2025-05-09T18:00"],
  ["2025 GMT, May 9", "2025-05-09T20:25"],
  ["0001 GMT, May 9 (1901 EST, May 8)", "2025-05-09T00:01"],
  ["1800 GMT May 8 (print), 0600 GMT May 9 (online)", "2025-05-09T06:00"], // the last of both
  ["EMBARGOED UNTIL 0001 GMT, May 9", "2025-05-09T00:01"], // a field may repeat the notice
  ["Wednesday", "2025-05-14T12:00"], // today, or in a week: in a week
  ["09.05.25 10:00 GMT", "2025-05-09T10:00"],
  ["9.5. 10:00 GMT", "2025-05-09T10:00"],
  ["2025-05-09 00:01 (America/Denver)", "2025-05-09T07:01"], // winter's Denver is later than summer's
  ["00:01 minus 8 GMT, May 9", "2025-05-09T08:01"],
  ["one minute past midnight GMT, May 9", "2025-05-09T00:01"],
  ["May 9 at 9am PDT / 12pm EDT / 5pm GMT", "2025-05-09T17:00"],
  ["Friday 9 May 2025, 6:00AM GMT", "2025-05-09T06:00"],
])("the embargo field %j ends at %s", (stated, expected) => {
  expect(shown(readEmbargo(stated, "", TAKEN_IN))).toBe(expected);
});

test.each([
  "tbc",
  "until further notice",
  "until delivery, expected 0900 GMT May 9",
  "Thursday 9 May 2025", // it is a Friday
  "0001 GMT",
  "2025-02-30",
  "25:00 GMT May 9",
  "November 20", // more than half a year away: which year?
  "May 9, 2000", // the year, or 8 p.m.
  "0001 LMT May 9 2025", // no zone that is known
])("the embargo field %j holds", (stated) => {
  const embargo = readEmbargo(stated, "", TAKEN_IN);
  expect(embargo).toEqual({ kind: "unreadable", text: stated, place: "the embargo field" });
  expect(isHeld(embargo, Number.MAX_SAFE_INTEGER)).toBe(true);
});

test.each([
  "none",
  "None.",
  "no",
  "n/a",
  "-",
  "false",
  "lifted",
])("the embargo field %j is none", (stated) => {
  expect(readEmbargo(stated, "The minister resigned.", TAKEN_IN)).toBeNull();
});

test.each([
  ["EMBARGOED UNTIL 0001 GMT, May 9", "2025-05-09T00:01"],
  ["*** STRICTLY EMBARGOED UNTIL 00.01 BST ON FRIDAY 9 MAY 2025 ***", "2025-05-08T23:01"],
  ["EMBARGO: 9 May 2025, 00:01 GMT", "2025-05-09T00:01"],
  ["EMBARGOED FOR 0001 FRIDAY MAY 9", "2025-05-09T12:01"],
  ["EMBARGO TO 2200 GMT MAY 8 – The minister said", "2025-05-08T22:00"],
  ["Embargoed until 0001 GMT, May 9. Not for online use before that time.", "2025-05-09T00:01"],
  ["(Under embargo until 10 a.m. EDT, Friday, May 9, 2025)", "2025-05-09T14:00"],
  ["Eds: Embargoed until 0001 GMT May 9 in all media", "2025-05-09T00:01"],
  ["Not for publication before 0001 GMT, May 9", "2025-05-09T00:01"],
  ["Not to be published or broadcast before 00.01 BST on Friday 9 May 2025", "2025-05-08T23:01"],
  ["HOLD FOR RELEASE UNTIL 10 A.M. ET, MAY 9", "2025-05-09T15:00"],
  ["FOR RELEASE: May 9, 2025", "2025-05-09T12:00"],
  ["EMBARGOED UNTIL:\n00.01 GMT on Friday 9 May 2025", "2025-05-09T00:01"],
  ["EMBARGO\n\n0001 GMT, 9 May 2025", "2025-05-09T00:01"],
  ["EMBARGO\n\nMinister resigns on 9 May", "unreadable"],
  ["STRICTLY EMBARGOED", "unreadable"],
  ["EMBARGO", "unreadable"],
  ["EMBARGO: see the note of the desk", "unreadable"],
  ["Embargoed for release until delivery, expected 1430 GMT, May 9", "unreadable"],
  ["Embargoed until the start of the speech", "unreadable"],
  ["Not for publication before the minister sits down", "unreadable"],
])("copy that opens with %j is held: %s", (notice, expected) => {
  const body = `${notice}\n\nOSLO (Harbour News) – The minister resigned on Friday.`;
  expect(shown(readEmbargo(null, body, TAKEN_IN))).toBe(expected);
  expect(shown(readEmbargo("  ", `Minister resigns\n\n${body}`, TAKEN_IN))).toBe(expected);
});

test.each([
  "The arms embargo on Sudan runs until May 9, 2025.",
  "Embargo on oil tightened",
  "Embargo: how a trade war began",
  "Embargoed goods worth $3m were seized on May 9.",
  "EMBARGO: none",
  "Embargo lifted",
  "FOR IMMEDIATE RELEASE",
  "Hold the line until Friday, she said.",
  "Not before time, the minister said.",
  "No release before trial, the judge ruled.",
  "For release from prison he paid with his name.",
])("%j embargoes nothing", (line) => {
  expect(readEmbargo(null, `${line}\n\nThe minister resigned.`, TAKEN_IN)).toBeNull();
});

test.each([
  ["EMBARGOED UNTIL 0001 GMT, MAY 9", "2025-05-09T00:01"],
  ["Embargo until May 9", "2025-05-09T12:00"],
  ["This report is embargoed until 10 a.m. GMT on May 9.", "2025-05-09T10:00"],
  ["Embargo until June on grain hits farmers, the union said.", null],
  ["The embargo on grain was lifted on May 9, 2025.", null],
])("far down a story, %j holds it until %s", (line, expected) => {
  const story = Array.from(
    { length: 20 },
    () => "The harbour stayed closed on Friday, as the mayor said it would.",
  );
  expect(shown(readEmbargo(null, [...story, line].join("\n\n"), TAKEN_IN))).toBe(expected);
  expect(shown(readEmbargo(null, [...story, line, ...story].join("\n\n"), TAKEN_IN))).toBe(
    expected,
  );
});

test.each([
  [{ embargo: "none" }, "EMBARGOED UNTIL 0001 GMT, May 9", "2025-05-09T00:01"],
  [{ embargo: "2025-05-01T00:01Z" }, "EMBARGOED UNTIL 0001 GMT, May 9", "2025-05-09T00:01"],
  [{ embargo: "2025-05-09T00:01Z" }, "EMBARGOED UNTIL 0001 GMT, May 1", "2025-05-09T00:01"],
  [{ embargo: "2025-05-09T00:01Z" }, "NOT FOR PUBLICATION", "unreadable"],
  [{ embargo: "2025-05-09T00:01Z" }, "Embargoed until 00.01, May 9", "2025-05-09T00:01"], // the same, without its zone
  [{ embargo: "2025-05-09T00:01Z" }, "STRICTLY EMBARGOED", "2025-05-09T00:01"], // adds nothing
  [{ editorNote: "Embargo lifted" }, "EMBARGOED UNTIL 0001 GMT, May 9", "2025-05-09T00:01"],
  [{}, "EMBARGO LIFTED\n\nEMBARGOED UNTIL 0001 GMT, MAY 9", "2025-05-09T00:01"],
  [
    { editorNote: "Embargo passed at 0001 GMT on Friday; sent again" },
    "The minister resigned.",
    null,
  ],
  [{ embargo: "2025-05-09T00:01Z; until further notice" }, "The minister resigned.", "unreadable"],
])("of copy that says %j and %j the strictest counts: %s", (stated, line, expected) => {
  const copy = copyOf("text", [line, "OSLO (Harbour News) – The minister resigned on Friday."], {
    title: "Minister resigns",
    ...stated,
  });
  expect(shown(readRelease(copy, TAKEN_IN))).toBe(expected);
});

test.each([
  [Date.UTC(2026, 11, 30, 12), "0001 GMT, January 2", "2027-01-02T00:01"],
  [Date.UTC(2027, 0, 2, 12), "0001 GMT, December 31", "2026-12-31T00:01"],
  [Date.UTC(2026, 10, 22, 12), "Friday, May 9, 0001 GMT", "2025-05-09T00:01"], // the weekday tells the year
  [Date.UTC(2026, 10, 22, 12), "Friday 0001 GMT", "2026-11-27T00:01"],
  [Date.UTC(2028, 1, 1), "0001 GMT, 29 February", "2028-02-29T00:01"],
  [Date.UTC(2027, 1, 1), "0001 GMT, 29 February", "unreadable"],
])("what was taken in at %d and says %j ends at %s", (takenIn, stated, expected) => {
  expect(shown(readEmbargo(stated, "", takenIn))).toBe(expected);
});

test.each([
  ["STRICTLY EMBARGOED to 00.01hrs Tuesday 13 May", "2025-05-13T12:01"],
  ["Embargo: 00.01hrs Friday 9 May", "2025-05-09T12:01"],
  ["EMBARGOED UNTIL 12noon GMT on Friday, May 9", "2025-05-09T12:00"],
  ["Embargoed until 00.01 British Summer Time on 9 May 2025", "2025-05-08T23:01"],
  ["Embargoed until 9 a.m. London time, May 9", "2025-05-09T09:00"], // winter's London is later than summer's
  ["EMBARGOED UNTIL 0900 PKT, MAY 9", "2025-05-09T04:00"],
  ["EMBARGOED UNTIL 0900 IST, MAY 9", "2025-05-09T08:00"],
  ["Not for release until 10 a.m. Eastern Daylight Time, May 9", "2025-05-09T15:00"],
  ["Not for public release until 0900 GMT May 9", "2025-05-09T09:00"],
  ["For release after 10 a.m. EDT, May 9", "2025-05-09T14:00"],
  ["For release after 10 a.m. EDT", "unreadable"],
  ["HOLD FOR RELEASE", "unreadable"],
  ["HOLD FOR RELEASE MAY 9 0900 GMT", "2025-05-09T09:00"],
  ["Hold for release", "unreadable"],
  ["ADVANCE FOR SUNDAY, MAY 11", "2025-05-11T12:00"],
  ["Advance for release Sunday, May 11, and thereafter", "2025-05-11T12:00"],
  ["EMBARGO LIFTED AT 0001 GMT MAY 9", "2025-05-09T00:01"],
  ["EMBARGOED\nNot for use before 0001 GMT, May 9", "2025-05-09T00:01"],
  [
    "Embargoed until 1800 GMT May 8 in print\nNot for online use before 0600 GMT May 9",
    "2025-05-09T06:00",
  ],
  ["Embargoed until 1800 GMT May 8\nNot for broadcast before the speech", "unreadable"],
])("the notice %j ends at %s", (notice, expected) => {
  const body = `${notice}\n\nOSLO (Harbour News) – The minister resigned on Friday.`;
  expect(shown(readEmbargo(null, body, TAKEN_IN))).toBe(expected);
});

test.each([
  "Arms embargo until 2027",
  "Advance for women in parliament",
  "Hold for release of hostages, families say",
  "For release after ten years in prison he thanked his wife.",
  "EMBARGO LIFTED",
  "EMBARGO LIFTED: Minister resigns",
  "Eds: The embargo is now lifted.",
  "The embargo has been lifted, free for use",
])("%j embargoes nothing now", (line) => {
  expect(readEmbargo(null, `${line}\n\nThe minister resigned.`, TAKEN_IN)).toBeNull();
});

test("a headline about an embargo that was lifted lifts none of its copy's", () => {
  const body = "Embargo lifted on oil\n\nEMBARGOED UNTIL 0001 GMT, MAY 9\n\nOSLO – The ships sail.";
  expect(shown(readEmbargo(null, body, TAKEN_IN))).toBe("2025-05-09T00:01");
});

test.each([
  ["(see also HARBOUR EU) Embargoed to 0001 Friday May 9", "2025-05-09T12:01"],
  ["Note to editors: STRICTLY EMBARGOED. Not for use before 0900 GMT, May 9.", "2025-05-09T09:00"],
  ["Adds quotes. Embargoed until the speech", "unreadable"],
  ["Adds details on arms embargo until 2027", null],
  ["Adds quotes. The embargo is lifted.", null],
  ["", null],
])("a note %j embargoes its copy until %s", (note, expected) => {
  expect(shown(readNote(note))).toBe(expected);
});

test("any text has an embargo or none, and a long one is read at once", () => {
  const piece = fc.constantFrom("EMBARGOED", "until", "May 9", "0001", "GMT", ":", "\n", " ", "(");
  const text = fc.oneof(
    fc.string(),
    fc.array(piece).map((pieces) => pieces.join(" ")),
  );
  fc.assert(
    fc.property(text, text, (stated, body) => {
      const read = [readEmbargo(stated, body, TAKEN_IN), readNote(body)];
      for (const embargo of read) {
        if (embargo?.kind === "until") expect(Number.isFinite(embargo.instant)).toBe(true);
      }
    }),
  );
  for (const long of ["EMBARGOED ", "( ", "\n- ", "not for use before "]) {
    expect(readNote(long.repeat(50_000))).not.toBe(undefined);
    expect(readEmbargo(null, long.repeat(50_000), TAKEN_IN)).not.toBe(undefined);
  }
});

test.each([
  "Hold until the police tell the family of Jon Pell",
  "Hold until the family is told",
  "Please hold until the lawyers clear paragraph two",
  "Hold off until the family has been informed",
  "Hold till told",
  "Hold for police",
  "Not before the police have told the family",
  "Nothing out until the family of Jon Pell knows",
  "Wait for the police to tell the family before this runs",
  "Keep this back until the funeral",
  "Sit on this until Ona rings",
  "Check with legal before using",
  "Needs legal read",
  "With the lawyers",
])("a note that waits for an event holds: %s", (note) => {
  expect(readNote(note)).toMatchObject({ kind: "unreadable" });
});

test.each([
  "With pictures.",
  "The writer waited for the minister until nine.",
  "Adds that the police hold two men.",
  "Quotes the lawyers in paragraph two.",
  "Embeds a film.",
])("near miss: %s", (note) => {
  expect(readNote(note)).toBeNull();
});
