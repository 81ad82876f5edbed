import { expect, test } from "vitest";
import {
  keepsScopeOf,
  leansBack,
  opensWithPronoun,
  pointsOutside,
  saysNothing,
  speaksOfOthers,
} from "#core/brief/leaning.ts";

test.each([
  ["This closed both roads to the lake."],
  ["Those are the rules of the harbour."],
  ["The incident closed both roads to the lake."],
  ["The move came after weeks of talks."],
  ["The latter opened the ferry to lorries."],
  ["Another man was pulled from the water."],
  ["The next day the ferry carried no lorries."],
  ["Two hours later the road was closed."],
  ["Since then the ferry has carried no lorries."],
  ["But for the rain the roads would be open."],
  ["Of these, four sank in the harbour."],
  ["First of all, a ferry needs a pier."],
  ["Regardless, the crews will sail in May."],
  ["Accordingly, the roads were closed."],
  ["The trio of barges will sail in May."],
  ["In her address, Mayor Ida Moe praised the crews."],
])("leans back: %s", (text) => expect(leansBack(text)).toBe(true));

test.each([
  ["This week the council closed both roads."],
  ["Those who came by ferry were sent home."],
  ["The move to close the harbour came after weeks of talks."],
  ["The former harbour master opened the ferry."],
  ["There was no ferry on Monday."],
  ["The next round of talks is due in May."],
  ["Two hours of rain closed the road."],
  ["Butter was sold on the quay."],
  ["Of the ferries, four sank in the harbour."],
  ["First of the ferries was the old one."],
  ["Regardless of the rain, the crews will sail."],
  ["A trio of barges will sail in May."],
  ["In her address to the council, Mayor Ida Moe praised the crews."],
])("opens on its own: %s", (text) => expect(leansBack(text)).toBe(false));

test.each([
  ["He left.", true],
  ["It’s closed.", true],
  ["Its crew left.", true],
  ["A mother of five, she sold rope on the quay.", true],
  ["Being short of rope, they stayed in the harbour.", true],
  ["As a captain, his first ship sank off Tarn.", true],
  ["In this age of storms, it's a book every captain needs.", true],
  ["In this age of storms, it's a book by Moe that captains need.", false],
  ["A mother of five, Ida Moe sold rope on the quay.", false],
  ["Meeting Ida Moe in Tarn, he left.", false],
  ["It was raining in Tarn.", false],
  ["Itaska is a town.", false],
])("opens with a pronoun: %s → %s", (text, expected) =>
  expect(opensWithPronoun(text)).toBe(expected));

test.each([
  ["The council also closed the road.", true],
  ["The mayor rejected that claim.", true],
  ["Police in these towns were told.", true],
  ["The council denied this.", true],
  ["The ferry line has done so since May.", true],
  ["Moe said this was why the ferry was sold.", true],
  ["Prices are not as simple as that, though.", true],
  ["The council said that claims would be paid.", false],
  ["Police arrested those who had fired.", false],
  ["The council meets this week.", false],
  // Someone's own words point where they like.
  ["The mayor said the law “also closed that case”.", false],
])("points outside: %s → %s", (text, expected) => expect(pointsOutside(text)).toBe(expected));

test.each([
  ["The next year killed thousands of them.", true],
  ["Officers gave away their boats.", false],
  ["Before they sailed, the crews were paid.", false],
  ["As they sailed, it rained on Tarn.", true],
])("speaks of others: %s → %s", (text, expected) => expect(speaksOfOthers(text)).toBe(expected));

test.each([
  ["Moe made this known when she met reporters.", true],
  ["Moe disclosed this on Monday.", true],
  ["There is still a long, long way to go.", true],
  ["There is a long way to go before the ferry sails.", false],
  ["Moe said this bridge would close.", false],
  ["Moe said that on Monday.", true],
  ["Moe said that on Monday two boats had been seen off the pier.", false],
  ["Moe made the ropes on Monday.", false],
  ["The mayor made the following comment in a radio show.", true],
  ["The mayor made the following year the year of the ferry.", false],
  ["In a bar on the quay, Moe spells out why she left the yard.", true],
  ["Moe explained why she left the yard: the pay.", false],
  ["Moe explained why the ferry sank.", false],
])("says only that something was said: %s → %s", (text, expected) =>
  expect(saysNothing(text)).toBe(expected));

test.each([
  ["Rather, it is a barge with a roof.", true],
  ["Rather than close, the yard built a barge.", false],
  ["The scene Moe is describing lasts an hour.", true],
  ["The scene lasts an hour.", false],
  ["The number will be four.", true],
  ["The number of ferries will be four.", false],
])("is set against what stands before: %s", (text, leans) => expect(leansBack(text)).toBe(leans));

test.each([
  ["The yard often meets that view among captains.", true],
  ["The yard often meets that view of captains.", false],
  ["Moe said that criticism had come from captains.", false],
  ["The port, in contrast, has asked for two cranes.", true],
  ["The port, in contrast to the yard, has asked for two cranes.", false],
  ["In Tarn it was instead dubbed the mud barge.", true],
  ["In Tarn it was instead of a ferry that a barge came.", false],
  ["Moe closed the yard because of the delays there.", true],
  ["Moe closed the yard because of the delays there were.", false],
  ["Moe thinks the number will be between four and six.", true],
  ["Moe thinks the number of barges will be four.", false],
])("has its bearings elsewhere: %s", (text, points) => expect(pointsOutside(text)).toBe(points));

test.each([
  [
    "Among sailors over sixty, more are hurt.",
    "Injuries rose by 37 percent after the change.",
    true,
  ],
  ["Most sailors are hurt on deck.", "Injuries rose by 37 percent after the change.", false],
  [
    "Among sailors over sixty, more are hurt.",
    "Injuries rose by 37 percent among all sailors.",
    false,
  ],
  ["Among sailors over sixty, more are hurt.", "Injuries rose after the change.", false],
])("a share keeps the group told before: %s %s", (before, text, keeps) =>
  expect(keepsScopeOf(before, text)).toBe(keeps));

test.each([
  ["Moe says a month later, she heard a crane fall.", true],
  ["According to Moe, two weeks later he found the crane.", true],
  ["Moe says a month later than planned the crane fell.", false],
])("counts from another sentence: %s: %s", (text, points) =>
  expect(pointsOutside(text)).toBe(points));
