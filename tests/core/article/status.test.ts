import fc from "fast-check";
import { expect, test } from "vitest";
import { type Copy, copyOf } from "#core/article/copy.ts";
import { readStatus } from "#core/article/status.ts";

const STORY = [
  "OSLO, May 7 (Harbour News) – The harbour closed on Wednesday after 12 people were killed.",
  "Police said the pier had been unsafe for years.",
  "The mayor will visit the site on Friday, her office said in a statement to reporters.",
];

function read(stated: Partial<Copy>, paragraphs: readonly string[] = STORY): string {
  const { status, announced } = readStatus(copyOf("text", paragraphs, stated));
  return announced === null ? status : `${status} ${announced.kind}`;
}

test.each([
  ["stat:usable", "usable"],
  ["usable", "usable"],
  ["Usable", "usable"],
  ["http://cv.iptc.org/newscodes/pubstatusg2/usable", "usable"],
  ["published", "usable"],
  ["For global distribution", "usable"],
  ["embargoed", "usable"], // its embargo holds it
  ["stat:canceled", "killed kill"],
  ["Canceled", "killed kill"],
  ["cancelled", "killed kill"],
  ["http://cv.iptc.org/newscodes/pubstatusg2/canceled", "killed kill"],
  ["EDS: please disregard", "killed kill"],
  ["stat:withheld", "withheld advisory"],
  ["Withheld", "withheld advisory"],
  ["On hold", "withheld advisory"],
  ["draft", "withheld advisory"],
  ["stat:frozen", "withheld advisory"], // nobody knows what it is
  ["corrected", "usable correction"],
  ["Adds quotes from the mayor", "usable update"],
])("the status field %j is %s", (status, expected) => {
  expect(read({ status })).toBe(expected);
});

test.each([
  ["KILL", "killed kill"],
  ["KILL: Harbour closes after deaths", "killed kill"],
  ["KILL – Harbour closes after deaths", "killed kill"],
  ["KILL-Harbour closes after deaths", "killed kill"],
  ["BC-KILL--Harbour", "killed kill"],
  ["BC-KILL-Norway-Harbour", "killed kill"],
  ["MANDATORY KILL", "killed kill"],
  ["Mandatory Kill: Harbour closes", "killed kill"],
  ["KILL NOTICE: HARBOUR CLOSES", "killed kill"],
  ["STORY WITHDRAWN: HARBOUR CLOSES", "killed kill"],
  ["WITHDRAWN: Harbour closes", "killed kill"],
  ["KILLED – do not use", "killed kill"],
  ["Harbour closes (WITHDRAWN)", "killed kill"],
  ["Harbour closes – KILLED", "killed kill"],
  ["EDS: please disregard", "killed kill"],
  ["EDS: Please disregard story slugged Norway-Harbour", "killed kill"],
  ["PRESS NOTE: withdrawn", "killed kill"],
  ["ADVISORY: Story on Oslo harbour is withdrawn", "killed kill"],
  ["ADVISORY-Harbour News withdraws story on Oslo", "killed kill"],
  ["ADVISORY: withhold", "withheld advisory"],
  ["ADVISORY: Please withhold the Oslo harbour story", "withheld advisory"],
  ["WITHHOLD: Harbour closes", "withheld advisory"],
  ["KILL Harbour story of 1412", "withheld advisory"],
  ["KILL – OR BE KILLED", "withheld advisory"],
  ["KILLED: 12 in Oslo blast", "withheld advisory"],
  ["WITHDRAWN: 10P COIN", "withheld advisory"],
  ["Kill: Harbour closes", "withheld advisory"],
  ["EDS: Kill sent in error", "withheld advisory"],
])("a headline %j stops its story: %s", (title, expected) => {
  expect(read({ title })).toBe(expected);
});

test.each([
  "Kill the bill, says minister",
  "KILL THE BILL, SAYS MINISTER",
  "Kill Bill star visits Oslo",
  "Kill Bill: the whole affair",
  "KILL BILL",
  "Kill the story, minister told editor",
  "Kill switch ordered for trams",
  "Killed in the blast: what we know",
  "TWELVE KILLED IN OSLO",
  "Three troops wounded – one killed",
  "Corrections officer jailed",
  "CORRECTIONS OFFICER JAILED",
  "Correction in share prices worries Oslo",
  "Correction-hit shares recover",
  "Corrected course saves ship",
  "Clarification sought on the pier",
  "Update on the pier expected",
  "Wrap up warm, Oslo told",
  "Lead found in water",
  "LEAD FOUND IN WATER",
  "Withhold tax, says minister",
  "Hold the line: how the pier stood",
  "Holding: the pier after a year",
  "Bill withdrawn",
  "Minister withdraws report on harbour",
  "Please disregard the noise, says mayor",
  "Retired judge dies",
  "Mayor: disregard for rules killed 12",
])("a headline %j says nothing of its copy", (title) => {
  expect(read({ title })).toBe("usable");
});

test.each([
  ["CORRECTION: Harbour closes", "correction"],
  ["Correction: Norway-Harbour story", "correction"],
  ["CORRECTED-Harbour closes", "correction"],
  ["CORRECTED-UPDATE 2-Harbour closes", "correction"],
  ["CORRECTED Harbour closes", "correction"],
  ["CORRECTS: Harbour closes", "correction"],
  ["Clarification: Harbour closes", "correction"],
  ["REFILE-Harbour closes", "correction"],
  ["REFILE-UPDATE 1-Harbour closes", "correction"],
  ["Harbour closes (CORRECTED)", "correction"],
  ["Harbour closes (corrected)", "correction"],
  ["EDS: CORRECTS toll", "correction"],
  ["UPDATE 2-Harbour closes", "update"],
  ["UPDATED: Harbour closes", "update"],
  ["Update: Harbour closes", "update"],
  ["WRAPUP 3-Harbour closes", "update"],
  ["2nd Ld: Harbour closes", "update"],
  ["LEAD 1: Harbour closes", "update"],
  ["1st Ld-Writethru: Harbour closes", "write-through"],
  ["BC-Norway-Harbour, 1st Ld-Writethru", "write-through"],
  ["ADVISORY: Harbour story to move at 1800 GMT", "advisory"],
])("a headline %j announces a %s", (title, kind) => {
  expect(read({ title })).toBe(`usable ${kind}`);
});

test.each([
  ["KILL", "killed kill"],
  ["EDS: please disregard", "killed kill"],
  ["EDITORS: Kill the story slugged NORWAY-HARBOUR. No substitute will follow.", "killed kill"],
  ["ATTENTION EDITORS: The story NORWAY-HARBOUR has been withdrawn.", "killed kill"],
  ["(This story has been withdrawn.)", "killed kill"],
  ["*** STORY WITHDRAWN ***", "killed kill"],
  ["EDS: DO NOT USE", "killed kill"],
  ["ADVISORY: withhold", "withheld advisory"],
  ["EDS: Please hold this story", "withheld advisory"],
  ["EDS: Do not use until the family is told", "usable"], // an embargo: `readRelease` holds it
  ["EDS: Disregard paragraph 3", "withheld advisory"],
  ["(Police withdrew the report on Friday.)", "withheld advisory"],
  ["CORRECTION: Corrects the toll in the second paragraph", "usable correction"],
  ["(Corrects the toll in paragraph 2)", "usable correction"],
  ["This story has been corrected to fix the name of the pier.", "usable correction"],
  ["(This May 6 story has been corrected to fix the toll)", "usable correction"],
  ["(Adds quotes, paragraph 4)", "usable update"],
  ["(Eds: Updating with fresh quotes)", "usable update"],
  ["EDS: Please disregard earlier version", "usable update"],
  ["EDS: With photos", "usable"],
  ["Editor’s note: The writer is a member of the council.", "usable"],
  ["(Photographs of the pier)", "usable"],
  ["The minister withdrew the report on Friday.", "usable"],
  ["Editors, writers and printers met in Oslo.", "usable"],
  ["“Kill the story,” the minister said.", "usable"],
])("a notice %j above the story: %s", (notice, expected) => {
  const long = [...STORY, ...STORY, ...STORY, ...STORY];
  expect(read({}, [notice, ...long])).toBe(expected);
});

test.each([
  ["(This story has been withdrawn.)", "killed kill"],
  ["(This story corrects the toll in paragraph 2.)", "usable correction"],
  ["The mayor has withdrawn the report.", "usable"],
])("a notice %j below the story: %s", (notice, expected) => {
  const long = [...STORY, ...STORY, ...STORY, ...STORY];
  expect(read({}, [...long, notice])).toBe(expected);
});

test("copy that is nothing but the words of a kill is withheld", () => {
  expect(read({}, ["The story slugged NORWAY-HARBOUR is withdrawn."])).toBe("withheld advisory");
});

test.each([
  ["Please kill.", "killed kill"],
  ["MANDATORY KILL. The story is wrong.", "killed kill"],
  ["EDS: WITHHOLD pending legal advice", "withheld advisory"],
  ["Adds quotes. RETRACTED", "withheld advisory"],
  ["EDS: UPDATES toll to 12 killed", "usable update"],
  ["ADDS police say man planned to kill guard", "usable update"],
  ["EDS: Name of the girl is withheld by the court", "usable"],
  ["EDS: Do not use the photo of the pier", "usable"],
  ["Corrects spelling", "usable correction"],
])("an editor's note %j: %s", (editorNote, expected) => {
  expect(read({ editorNote })).toBe(expected);
});

test("of an editor's note only the words of the announcement are told", () => {
  const editorNote = "EDS: Please kill. Our source, Ann Field, lied.";
  const { announced } = readStatus(copyOf("text", STORY, { editorNote }));
  expect(announced).toEqual({ kind: "kill", text: "Please kill" });
});

test.each([
  [{ slug: "BC-KILL--Norway-Harbour" }, "withheld advisory"],
  [{ slug: "NORWAY-HARBOUR/KILL" }, "withheld advisory"],
  [{ slug: "KILL-BILL-REVIEW" }, "usable"],
  [{ slug: "CORRECTION-CENTRE-RIOT" }, "usable"],
  [{ slug: "NORWAY-HARBOUR/ (CORRECTED)" }, "usable correction"],
  [{ slug: "NORWAY-HARBOUR/ (UPDATE 1)" }, "usable update"],
  [{ slug: "NORWAY-HARBOUR/ (UPDATE 1, PIX, CORRECTED)" }, "usable correction"],
  [{ slug: "NORWAY-HARBOUR (PIX, GRAPHIC)" }, "usable"],
  [{ version: "1st Ld-Writethru" }, "usable write-through"],
  [{ version: "2" }, "usable"],
])("%j: %s", (stated, expected) => {
  expect(read(stated)).toBe(expected);
});

test("the weightiest sign counts", () => {
  const { status, announced } = readStatus(
    copyOf("ninjs", STORY, { title: "UPDATE 2-Harbour closes", status: "canceled" }),
  );
  expect([status, announced]).toEqual(["killed", { kind: "kill", text: "canceled" }]);
});

test("any copy has a status, and a long one is read at once", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom("KILL", "EDS:", "story", "is", "withdrawn", "(", ")", "-", "\n", " "))
      .map((words) => words.join("")),
  );
  fc.assert(
    fc.property(text, text, text, (title, status, body) => {
      const read = readStatus(copyOf("text", [body], { title, status, editorNote: body }));
      expect(["usable", "withheld", "killed"]).toContain(read.status);
    }),
  );
  for (const piece of ["KILL ", "EDS: the story ", "((((", "UPDATE 2-", "a the A ", "\n(x) "]) {
    const long = piece.repeat(50_000);
    expect(
      readStatus(copyOf("text", [long], { title: long, editorNote: long, status: long })),
    ).toBeDefined();
  }
});
