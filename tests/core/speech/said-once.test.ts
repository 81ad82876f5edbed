import { expect, test } from "vitest";
import { whoSaid } from "./read-quotes.ts";

const TOLD: [string, string] = ["We will not sell the quay to anyone", "Ann Roe"];

test.each([
  [
    "a pull quote of nobody",
    "“We will not sell the quay to anyone.”\n\nThe port met on Monday.\n\n“We will not sell the quay to anyone,” Ann Roe said.",
    [TOLD],
  ],
  [
    "a highlight of a part",
    "“We will not sell the quay,” says harbourmaster\n\nThe port met on Monday.\n\n“We will not sell the quay to anyone,” Ann Roe said.",
    [TOLD],
  ],
  [
    "but not what is no paragraph of its own",
    "The port met on Monday. “We will not sell the quay to anyone.” It rained.\n\n“We will not sell the quay to anyone,” Ann Roe said.",
    [["We will not sell the quay to anyone.", null], TOLD],
  ],
  [
    "but not what two people say",
    "“We will not sell the quay to anyone,” Ann Roe said.\n\n“We will not sell the quay to anyone,” Sol Poe said.",
    [TOLD, ["We will not sell the quay to anyone", "Sol Poe"]],
  ],
  [
    "nor short answers",
    "“No comment,” Ann Roe said.\n\n“No comment,” said Ann Roe again on Friday.",
    [
      ["No comment", "Ann Roe"],
      ["No comment", "Ann Roe"],
    ],
  ],
])("prints words once, %s", (_, body, quotes) => expect(whoSaid(body)).toEqual(quotes));
