import { expect, test } from "vitest";
import { changesBetween, sayChange } from "#core/change/changes.ts";
import { isTurn } from "#core/change/development.ts";
import { isOfOtherMatter } from "#core/change/matter.ts";
import { meansNamesake } from "#core/change/namesake.ts";
import { isPlace } from "#core/change/of-the-news.ts";
import { readFiling } from "#core/change/reading.ts";
import { isOlderStage } from "#core/change/stage.ts";
import { countsFewer } from "#core/change/toll.ts";
import { lacksWhatFor } from "#core/change/what-for.ts";
import { filingOf } from "#tests/core/story/filing.ts";

const at = (hours: number) => new Date(Date.UTC(2026, 4, 8, 6 + hours, 20)).toISOString();
const BEFORE_TEXT = {
  ...{ id: "one", source: "Tarn Wire", title: "Fire guts warehouse in Penrow" },
  body: "PENROW – A fire gutted a warehouse in Penrow on Friday, the fire service said.",
};
const BEFORE = filingOf({ ...BEFORE_TEXT, at: at(0) });

function told(kind: "name" | "fact", sentence: string): readonly string[] {
  const body = `PENROW – A fire gutted a warehouse in Penrow on Friday, the fire service said.\n\n${sentence}`;
  const after = filingOf({
    id: "two",
    source: "Tarn Wire",
    at: at(9),
    title: "Fire in Penrow",
    body,
  });
  return changesBetween([BEFORE], after)
    .filter((change) => change.kind === kind)
    .map(sayChange);
}

test.each([
  ["Police have charged Gareth Ollivant, 44, over the blaze.", ["Gareth Ollivant"]],
  ["A watchman, Orla Finch, was hurt.", ["Orla Finch"]],
  ["Police met after 3-year-old Orla Finch was hurt.", []],
  ["The watchman, Orla Finch, led two colleagues out.", []],
  ["A driver was identified as Tomas Rehn.", ["Tomas Rehn"]],
  ["“It went up at once,” Lena Brandt told the board.", []],
  ["Lena Brandt, 34, of Penrow, told the board that it went up at once.", []],
  ["It went up at once, said Lena Brandt, 34, who lives next door.", []],
  ["The owner was at home, said Mette Skov of the tenants' union.", []],
  // Who made it, whom to call, where it was, when, and what it is charged as.
  ["Rhona Tate, a reporter for the Tarn Post, was at the scene.", []],
  ["Orla of Arden Canyon said it was out.", []],
  ["Two Deputy U.S. Marshals were injured.", []],
  ["Bureau Chief Rhona Tate said it was out.", []],
  ["Contact Piers Ludlow, 30, at the desk.", []],
  ["It was seen from Martin Hollis Boulevard.", []],
  ["A man faces a charge of Aggravated Assault, 20 years at most.", []],
  ["It was out by 8 p.m. Eastern Standard Time.", []],
  ["He wrote “The Glass Orchard”, 300 pages on fires.", []],
  ["A neighbour told WTRN's Rhona Tate, 30, that it was hot.", []],
  ["Her colleague Rhona Tate, 30, was hurt.", ["Rhona Tate"]],
  // Who was near it, or is somebody's kin.
  ["Her colleague Rhona Tate, 30, saw it.", []],
  ["Rhona Tate, 30, was there with friends when it began.", []],
  ["Rhona Tate, 30, was taken to hospital.", ["Rhona Tate"]],
  ["Rhona Tate, 30, heard shots that wounded a man.", []],
  ["His cousin Rhona Tate, 11, wept when he was hurt.", []],
  ["The blaze injured his cousin Rhona Tate, 11.", ["Rhona Tate"]],
  ["Relatives held a funeral for Rhona Tate, 11.", ["Rhona Tate"]],
  ["A man was hurt on the town's Upper Side, 30 yards from it.", []],
  ["Police charged Linh Thi To, 39, over the blaze.", []],
  ["He had pleaded guilty to theft before Judge Rhona Tate.", []],
  ["Mayor Rhona Tate said that a bridge will open", []],
  // Who tells it stands before whom it befell.
  ["According to Penrow police Sgt. Rhona Tate, 19-year-old Orla Finch was hurt.", ["Orla Finch"]],
  ["According to Penrow police Sgt. Rhona Tate, 40, a watchman was hurt.", []],
  ["Police Sgt. Rhona Tate, 40, was hurt.", ["Rhona Tate"]],
  // Another matter: what a suspect's friends, or he himself, are charged with beside it.
  ["Police charged his cousin, Rhona Tate, 29, for her part in a ring that sold heroin.", []],
  ["Police charged his cousin, Rhona Tate, 29, with arson and dealing in heroin.", ["Rhona Tate"]],
  ["Police charged his cousin, Rhona Tate, 29, over the blaze.", ["Rhona Tate"]],
  ["Police charged Rhona Tate, 29, with theft.", []],
  ["Police arrested Rhona Tate, 29, for hindering the search.", []],
  // Another's case, and another time.
  ["On January 3, Sten Moberg, 30, was killed by a fire there.", []],
  ["In 2014 Sten Moberg, 30, was killed by a fire there.", []],
])("of %j are named %j", (sentence, expected) => {
  expect(told("name", sentence)).toEqual(expected);
});

test("a name that is only written otherwise is not new", () => {
  const one = filingOf({ id: "one", at: at(0), body: "Police named the man as Gareth Ollivent." });
  const two = filingOf({
    id: "two",
    at: at(9),
    body: "Gareth Olivent, 44, was charged on Friday.",
  });
  expect(changesBetween([one], two).filter(({ kind }) => kind === "name")).toEqual([]);
});

test.each([
  ["Insurers sent inspectors to look at the neighbouring mill.", 1],
  // It leans on a sentence that is not there, says what has not happened, or is the page's.
  ["He later denied everything to neighbouring farmers.", 0],
  ["No arrests were made by neighbouring constables or inspectors.", 0],
  ["Anyone with information should call the inspectors' hotline.", 0],
  ["Stay with us for the latest developments.", 0],
  ["If found, inspectors will fine neighbouring millers.", 0],
  ["Inspectors fined two neighbouring millers hours later.", 0],
  ["Inspection of mills Two neighbouring millers were fined in Halse A miller fled.", 0],
  ["Inspectors fined neighbouring millers of Halse. at two mills.", 0],
  ["Inspectors fined the two neighbouring millers.", 0],
  ["The two millers sent inspectors to neighbouring mills of Halse.", 0],
  ["The two millers of Halse sent inspectors to neighbouring mills.", 1],
  ["Inspectors put the number at 20, and neighbouring millers at 30.", 0],
  ["Inspectors closed mills for the nine days of a neighbouring fair.", 1],
  ["Inspectors are strict with the mills of a neighbouring fair.", 0],
  ["Inspectors made a terrible blunder at the mills of a neighbouring fair.", 0],
  ["Why did inspectors close mills for the nine days of a neighbouring fair?", 0],
  ["In 2014 inspectors closed the neighbouring mill.", 0],
  ["Another fire ruined a mill of neighbouring farmers.", 0],
  ["A boy drowned at a neighbouring mill of Halse on Thursday. That accident occurred at noon.", 0],
  ["A boy drowned at a neighbouring mill of Halse on Thursday. That miller fled.", 1],
  ["UPDATE: Inspectors fined neighbouring millers of Halse.", 0],
  ["Inspectors fined the same neighbouring miller of Halse.", 0],
  ["Inspectors fined neighbouring millers of Halse at the same time.", 1],
  ["Arson carries a heavy sentence for neighbouring millers.", 0],
])("of %j so many facts are told: %i", (sentence, expected) => {
  expect(told("fact", sentence)).toHaveLength(expected);
});

test.each([
  ["Two men were arrested on Saturday over the fire in Penrow, detectives said.", 1],
  ["A blaze ruined a depot and shook neighbours at Penrow on Friday night.", 0],
])("where only the day is known, a lede is told for its turn alone: %j", (lede, expected) => {
  const one = filingOf({ ...BEFORE_TEXT, at: "2026-05-08" });
  const body = `${lede}\n\nThe mill beside it stood.`;
  const two = filingOf({
    id: "two",
    source: "Tarn Wire",
    at: "2026-05-09",
    title: "Penrow fire",
    body,
  });
  const facts = changesBetween([one], two)
    .filter(({ kind }) => kind === "fact")
    .map(sayChange);
  expect(facts.filter((text) => lede.startsWith(text.slice(0, 20)))).toHaveLength(expected);
});

test.each([
  ["Two men were arrested on Saturday over the fire in Penrow, detectives said.", 1],
  ["Insurers sent inspectors to look at neighbouring mills of Halse.", 0],
])("and so is any other of its sentences: %j", (sentence, expected) => {
  const one = filingOf({ ...BEFORE_TEXT, at: "2026-05-08" });
  const body = `${BEFORE_TEXT.body}\n\n${sentence}`;
  const two = filingOf({ ...BEFORE_TEXT, id: "two", at: "2026-05-09", body });
  expect(changesBetween([one], two).filter(({ kind }) => kind === "fact")).toHaveLength(expected);
});

test.each([
  ["Ollivant sold inspectors two neighbouring mills of Halse.", 0],
  ["Piers Ludlow sold inspectors two neighbouring mills of Halse.", 1],
])("whom only the new lede names in full has half a name: %j", (sentence, expected) => {
  const lede =
    "PENROW – Gareth Ollivant came to the warehouse in Penrow that a fire gutted on Friday.";
  const body = `${lede}\n\n${sentence}`;
  const after = filingOf({ ...BEFORE_TEXT, id: "two", at: at(9), title: "Fire in Penrow", body });
  const facts = changesBetween([BEFORE], after).filter(({ kind }) => kind === "fact");
  expect(facts.filter((fact) => sayChange(fact).includes("mills"))).toHaveLength(expected);
});

test("another source's lede is told where it has a turn", () => {
  const lede =
    "Two men were arrested over the fire on Friday night near Penrow, neighbours told a radio station.";
  const two = filingOf({
    id: "two",
    source: "Velsk Press",
    at: at(1),
    title: "Penrow",
    body: lede,
  });
  expect(changesBetween([BEFORE], two).map(({ kind }) => kind)).toEqual(["fact"]);
});

test("what readers know of the same people is not new in other words", () => {
  const say = (verb: string) =>
    `Gareth Ollivant of Penrow Mills ${verb} Orla Finch of Tarn Works in Halse.`;
  const one = filingOf({ id: "one", at: at(0), body: `The mills stood still. ${say("met")}` });
  const two = filingOf({
    id: "two",
    at: at(9),
    body: `The mills stood still. ${say("warmly greeted")}`,
  });
  expect(changesBetween([one], two).filter(({ kind }) => kind === "fact")).toEqual([]);
});

test.each([
  "Six fires over the weekend",
  "Third mill shot at in Penrow in just two days",
])("a report that counts several events tells nothing of this one: %s", (title) => {
  const body =
    "Six fires broke out over the weekend. Police charged Gareth Ollivant, 44, with arson.";
  const after = filingOf({ id: "two", source: "Tarn Wire", at: at(9), title, body });
  expect(changesBetween([BEFORE], after)).toEqual([]);
});

test.each([
  [at(4), 1],
  [at(11), 1],
  [at(13), 0],
])("beside a report of %s a report of nine hours later tells so many facts: %i", (known, count) => {
  const body = `${BEFORE_TEXT.body}\n\nInsurers sent inspectors to look at the neighbouring mill.`;
  const after = filingOf({ ...BEFORE_TEXT, id: "two", at: at(9), body });
  const facts = changesBetween([filingOf({ ...BEFORE_TEXT, at: known })], after);
  expect(facts.filter(({ kind }) => kind === "fact")).toHaveLength(count);
});

test.each([
  ["Tarn Kitchens", "A boy was hurt near a Tarn Kitchens.", true],
  ["Tarn Kitchens", "His mother ran to the nearby Tarn Kitchens.", true],
  ["Orla Finch", "Police charged Orla Finch near a mill.", false],
])("%s is a place in %j: %s", (name, text, expected) => {
  const [kind, gender] = ["person", "unknown"] as const;
  expect(isPlace({ id: 0, name, kind, gender, plural: false, role: null }, text)).toBe(expected);
});

test.each([
  ["Two men were arrested.", ["A fire gutted a mill."], true],
  ["Two men were arrested.", ["A man is in custody after a fire."], false],
  ["The pass has reopened.", ["A landslip shut the pass."], true],
  ["A fire gutted a mill.", ["A blaze ruined it."], false],
  ["A shot caused damage to a door.", ["A shot hit a door."], false],
  ["The fire was caused by a lamp.", ["A fire gutted a mill."], true],
  ["It opened despite delays caused by rain.", ["A fire gutted a mill."], false],
  // Whoever is charged has been arrested, and not the other way round.
  ["Two men were arrested.", ["Two men were charged over a fire."], false],
  ["Two men were charged.", ["Two men were arrested over a fire."], true],
  ["Ollivant took charge of the mill.", ["A fire gutted a mill."], false],
  ["Ollivant is accused of arson.", ["A fire gutted a mill."], true],
  ["Ollivant is accused of arson.", ["The suspected arsonist, Ollivant, fled."], false],
  // What has not happened yet nobody knows.
  ["Two men were arrested.", ["No arrests have been made.", "They have not been charged."], true],
  ["Two men were arrested.", ["A reward for tips that lead to an arrest and conviction."], true],
  ["Two men were arrested.", ["An arrest was made."], false],
  ["She called, pleading for help.", ["A fire gutted a mill."], false],
  ["She pleaded guilty.", ["A fire gutted a mill."], true],
  ["A convicted felon owned it.", ["A fire gutted a mill."], false],
  ["Both were rescued but died later.", ["A fire killed two."], false],
  ["Both were rescued.", ["A fire killed two."], true],
  ["A girl has passed away.", ["A girl was hurt."], true],
  ["A girl has passed away.", ["A girl died."], false],
  ["The court rejected the suit.", ["A suit was filed."], true],
  ["The court rejected the suit.", ["The judges threw out the suit."], false],
  ["The cabinet approved it.", ["Both sides reached a deal."], false],
  ["The toll passed 50,000.", ["A virus spreads."], false],
  ["Their endorsements weigh.", ["They spoke up."], false],
  ["The union suspended its strike.", ["A union is on strike."], true],
  ["The mayor asked them to suspend their plans.", ["A union is on strike."], false],
  ["The council sued for peace.", ["Two clans clash."], false],
  ["The council sued the mill.", ["A mill leaks."], true],
])("%j is a turn of %j: %s", (sentence, known, expected) => {
  expect(isTurn(sentence, known)).toBe(expected);
});

test.each([
  "Orla Finch mocks fire brigade of Penrow",
  "Orla Finch says fire could be seen from Halse",
  "Fire at Penrow warehouse: mayor is compared to Orla Finch",
])("who stands in a headline need not be whom the news is of: %s", (title) => {
  const body =
    "A fire gutted a warehouse in Penrow. “I am done with it,” Orla Finch told the board.";
  const after = filingOf({ id: "two", source: "Tarn Wire", at: at(9), title, body });
  const named = changesBetween([BEFORE], after).filter(({ kind }) => kind === "name");
  expect(named).toEqual([]);
});

test.each([
  [", 30, for dealing in heroin.", "Two held over killings in Halse", true],
  [", 30, for dealing in heroin.", "Heroin ring broken in Halse", false],
  [", 30, with murder and possession of heroin.", "Two held over killings in Halse", false],
  [", 30, with driving under the influence.", "Man killed at mill", true],
  [", 30, with driving under the influence after the crash.", "Man killed at mill", false],
])("%j under %j is of another matter: %s", (behind, headline, expected) => {
  expect(isOfOtherMatter(behind, headline)).toBe(expected);
});

test.each([
  ["Sten Moberg, 40, was arrested by constables of Halse and charged.", true],
  ["Sten Moberg, 40, was arrested by constables of Halse for arson.", false],
  ["Sten Moberg, 40, was booked into the jail of Halse on Saturday.", true],
  ["The suspect was booked into the jail of Halse on Saturday.", false],
  ["Constables arrested 34 people in Halse after supporters threw bottles.", false],
  ["Constables arrested 2 people in Halse after supporters threw bottles.", true],
  ["The master of the barge was arrested hours after it sank off Halse.", false],
  ["The master of the barge was arrested hours after it left Halse.", true],
  ["A pair of skates was taken out of the mill.", false],
])("%j lacks what for: %s", (sentence, expected) => {
  expect(lacksWhatFor(sentence)).toBe(expected);
});

test.each([
  ["Sten Moberg has been charged with arson.", "Sten Moberg pleaded guilty on Monday.", true],
  ["Sten Moberg has been charged with arson.", "Sten Moberg was held over the fire.", false],
  ["Sten Moberg was arrested.", "Sten Moberg was charged with arson.", false],
  ["Sten Moberg was sentenced.", "Sten Moberg pleaded guilty on Monday.", false],
  ["Sten Moberg pleaded guilty.", "Sten Moberg was sentenced to two years.", true],
  ["Sten Moberg was charged.", "He had previously pleaded guilty to theft.", false],
])("%j tells an older stage than %j: %s", (sentence, known, expected) => {
  expect(isOlderStage(sentence, [known])).toBe(expected);
});

test.each([
  ["A clerk was held over the fire, which left one person dead.", true],
  ["A clerk was held over the fire, which left two people dead.", false],
  ["A clerk was held over the fire, which left three people dead.", false],
  ["A clerk was held over the fire.", false],
])("%j counts fewer dead than two: %s", (sentence, expected) => {
  const body = "PENROW – Two people were killed when a mill burned in Penrow on Friday.";
  const reading = readFiling(filingOf({ ...BEFORE_TEXT, body }));
  expect(countsFewer(sentence, [reading])).toBe(expected);
});

test.each([
  ["Constables had met Finch at the mill in May.", "Piers Finch", true],
  ["Constables had met Orla Finch at the mill in May.", "Piers Finch", false],
  ["Constables had met Finch at the mill in May.", "Piers Ludlow", false],
])("%j means a namesake beside %s: %s", (sentence, other, expected) => {
  const lede = "Orla Finch, 44, was charged with arson in Penrow on Friday.";
  const old = `${other}, 30, was hurt when a mill burned in Penrow on Friday.`;
  const known = readFiling(filingOf({ ...BEFORE_TEXT, body: old }));
  const now = readFiling(filingOf({ ...BEFORE_TEXT, id: "two", body: `${lede} ${sentence}` }));
  const range = now.sentences.at(-1) ?? expect.unreachable();
  expect(meansNamesake(range, now, [known])).toBe(expected);
});

test("a line keeps who says it, as the copy prints it", () => {
  const lines = told(
    "fact",
    "Insurers sent inspectors to look at the neighbouring mill, detectives said on Saturday.",
  );
  expect(lines).toEqual([
    "Insurers sent inspectors to look at the neighbouring mill, detectives said on Saturday.",
  ]);
});

test.each([
  ["Inspectors charged a neighbouring miller of Halse with theft of skates.", 0],
  ["A judge sentenced a neighbouring miller of Halse for theft of skates.", 1],
  ["A judge sentenced a neighbouring miller of Halse to wear skates.", 0],
  ["Inspectors blamed neighbouring millers for skates that left one person dead.", 0],
  ["Inspectors blamed neighbouring millers for skates that left three people dead.", 1],
  ["Inspectors bought neighbouring mills and skates before Finch sold his barn.", 0],
  ["Inspectors bought neighbouring mills and skates before Moberg sold his barn.", 1],
])("to whoever knows of two dead, a plea and Piers Finch so much of %j is told: %i", (text, expected) => {
  const lede =
    "PENROW – Two people were killed when a fire gutted a warehouse in Penrow on Friday.";
  const known =
    "The clerks Piers Finch and Sten Moberg were there. A clerk pleaded guilty on Monday.";
  const before = filingOf({ ...BEFORE_TEXT, at: at(0), body: `${lede}\n\n${known}` });
  const people = "The clerks Piers Finch and Sten Moberg were with the teacher Orla Finch.";
  const body = `${lede}\n\n${people}\n\n${text}`;
  const now = filingOf({ ...BEFORE_TEXT, id: "two", at: at(99), title: "Fire in Penrow", body });
  const facts = changesBetween([before], now).filter(({ kind }) => kind === "fact");
  expect(facts.filter((fact) => text === sayChange(fact))).toHaveLength(expected);
});

test.each([
  ["Velsk Press", "Insurers inspect mills after fire in Penrow", 1],
  ["Velsk Press", "Fire guts Penrow warehouse", 0],
  ["Tarn Wire", "Fire guts Penrow warehouse", 1],
])("under a headline that readers know another source tells what they have read: %s, %j", (source, title, expected) => {
  const sentence = "Insurers sent inspectors to look at the neighbouring mill.";
  const two = filingOf({
    ...{ id: "two", source, at: at(9), title },
    body: `${BEFORE_TEXT.body}\n\n${sentence}`,
  });
  const facts = changesBetween([BEFORE], two).filter(({ kind }) => kind === "fact");
  expect(facts).toHaveLength(expected);
});

test.each([
  ["Fire in Penrow: two held", "Two men were arrested over a warehouse fire in Penrow.", 1],
  ["Choir of Halse wins cup", "Judges in Halse gave the cup to a choir of boys.", 0],
])("of a report that says first what is of another matter nothing is told: %j", (title, lede, expected) => {
  const two = filingOf({
    ...{ id: "two", source: "Tarn Wire", at: at(9), title },
    body: `${lede}\n\nDetectives charged Tomas Rehn, 44, with arson over the fire at the warehouse in Penrow.`,
  });
  const told = changesBetween([BEFORE], two);
  expect(told.length > 0).toBe(expected > 0);
});
