import { expect, test } from "vitest";
import { whoSaid } from "./read-quotes.ts";

const names = (body: string) => whoSaid(body).map(([, name]) => name);
const WORDS = "“The pumps in the old quarter have to go by May.”";

test.each([
  [
    "a thing, behind the paper that was told",
    `A dredging source told the daily repair work began in May, stressing that ${WORDS}`,
    [null],
  ],
  [
    "a country that says where a town lies",
    `The former farm boy, who grew up in Sable, Zambia said his youth taught him much.\n\n${WORDS}`,
    [null],
  ],
  [
    "the end of a firm's name",
    `Mira Thorne, Director, TLM Dredgers and Planners says, ${WORDS}`,
    [null],
  ],
  [
    "the end of the name of a body that somebody leads",
    "Odo Krantz, CEO of the National Association of Clean Harbour Agencies, of which Tarn is one, agreed.\n\n“There is little behind it,” he said.",
    [null],
  ],
  [
    "an office, whose holder is named behind what it is of",
    "“The pumps in the old quarter are sound,” Senior Vice President, Orva, Dredging and Wells, Tarn Oil, Odo Krantz was quoted to have said in the note.",
    [null],
  ],
  [
    "the forest whose users have a president",
    "“Half of the wood could have been saved,” Mossy Karnal community forest users’ committee president, Dhan Sorrel, said.",
    [null],
  ],
  [
    "one of many, in a clause that only supposes",
    `Roan Ives is a ranger. No matter how tame an owner thinks the otter is, it bites.\n\n${WORDS}`,
    [null],
  ],
  [
    "who quotes another",
    "Roan Ives was there. He quoted the late singer Tam Hollow to make his point: “It is time that we all began to change.”",
    [null],
  ],
  [
    "who stands beside a verse of scripture",
    "Roan Ives began by writing on the wall, perhaps in reference to Micah 17:13: “All that leave thee shall be put to shame.”",
    [null],
  ],
])("gives words to nobody, and not to %s", (_, body, speakers) =>
  expect(names(body)).toEqual(speakers));

test.each([
  [
    "somebody who does something",
    `An avid commenter told the daily, stressing that ${WORDS}`,
    ["An avid commenter"],
  ],
  ["a country that speaks", `In May, Zambia said: ${WORDS}`, ["Zambia"]],
  ["who stands behind where they live", `They live in Sable, Ives said. ${WORDS}`, ["Ives"]],
  [
    "a firm by its whole name",
    `Thorne Dredgers and Planners said, ${WORDS} Planners said so.`,
    ["Thorne Dredgers and Planners"],
  ],
  [
    "the head of a body",
    "Head of the Tarn Board Odo Krantz, who is 60, agreed.\n\n“There is little behind it,” he said.",
    ["Odo Krantz"],
  ],
  [
    "an office with its holder",
    "“The pumps in the old quarter are sound,” Senior Vice President Odo Krantz said in the note.",
    ["Odo Krantz"],
  ],
  [
    "the president of the users",
    "“Half of the wood could have been saved,” said Mossy Karnal committee president Dhan Sorrel.",
    ["Dhan Sorrel"],
  ],
  [
    "one who is quoted as saying it",
    `The Herald quoted Roan Ives as saying, ${WORDS}`,
    ["Roan Ives"],
  ],
  [
    "one whose name has a hyphen, behind an epithet",
    "Crowd-pleaser Coralie Gant won.\n\n“I was tested,” Gant said.\n\n“I was tired,” Anne-Marie Lund said.",
    ["Coralie Gant", "Anne-Marie Lund"],
  ],
  [
    "one behind a word that opens a clause",
    "Whatever Roan Ives wrote is gone.\n\n“I burnt the lot of it,” Ives said.",
    ["Roan Ives"],
  ],
])("gives words to %s", (_, body, speakers) => expect(names(body)).toEqual(speakers));
