import { expect, test } from "vitest";
import { readQuotes } from "./read-quotes.ts";

const hedges = (body: string) => readQuotes(body).quotes.map(({ hedge }) => hedge);
const passers = (body: string) => readQuotes(body).quotes.map(({ through }) => through);

test.each([
  [
    "“We slept,” Ned Poe allegedly told a friend. “We slept all night.”",
    ["allegedly", "allegedly"],
  ],
  ["“We slept,” Ned Poe reportedly said.", ["reportedly"]],
  ["“We slept,” reportedly said Ned Poe.", ["reportedly"]],
  ["Ned Poe is said to have shouted: “We slept.”", ["is said to have"]],
  ["“We slept,” Ned Poe is alleged to have told his wife.", ["is alleged to have"]],
  ["“We slept,” Ned Poe may have said.", ["may have"]],
  ["Ned Poe reportedly told friends that he was tired. “We slept.”", ["reportedly"]],
  // said of another verb
  ["“I never did,” Ned Poe said of the man who allegedly lied.", [null]],
  ["Ned Poe allegedly stole a car. “I never did,” he said.", [null]],
  ["“We allegedly slept,” Ned Poe said.", [null]],
])("keeps the doubt whether it was said: %s", (body, expected) =>
  expect(hedges(body)).toEqual(expected));

test.each([
  ["“We won,” Ada Voss told the Valley Courier on Monday.", "told the Valley Courier"],
  ["“We won,” Ada Voss told reporters.", "told reporters"],
  ["“We slept,” Ada Voss told the inquest.", "told the inquest"],
  ["Ada Voss said in a statement: “We won.”", "in a statement"],
  [
    "In an interview with Lokal Radio, Ada Voss said: “We won.”",
    "In an interview with Lokal Radio",
  ],
  ["Prosecutors said Ned Poe texted a friend: “Burn it all.”", "Prosecutors said"],
  ["“Burn it all,” Ned Poe wrote, prosecutors said.", "prosecutors said"],
  ["“Burn it all,” Ned Poe wrote, according to the indictment.", "according to the indictment"],
  [
    "“We won,” Ada Voss said, according to the portal TarnPaper.example.",
    "according to the portal TarnPaper.example",
  ],
  ["“Poe knew it. Yet he lied in his sworn complaint to us all,” Ada Voss said.", null],
  ["“We won,” Ada Voss told her husband.", null],
  ["“We won,” Ada Voss said in the rain.", null],
])("keeps who passes it on: %s", (body, expected) => expect(passers(body)).toEqual([expected]));
