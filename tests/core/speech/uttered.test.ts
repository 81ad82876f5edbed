import { expect, test } from "vitest";
import { whoSaid } from "./read-quotes.ts";

const said = (body: string) => whoSaid(body).map(([text]) => text);

test.each([
  // signs, labels, screens
  ["A scarf on the chair had a map and the words: “This port is for all.”", []],
  ["Ann Roe held up the scarf. “This port is for all,” she said.", ["This port is for all"]],
  ["The ballot asks: “Do you want the quay to be sold?”", []],
  ["Ann Roe asked: “Do you want the quay to be sold?”", ["Do you want the quay to be sold?"]],
  ["Tap the box marked “I have read the terms.” and go on.", []],
  // songs, films, games
  ["In the last verse the singer moans, “I left my hat in Tarn.”", []],
  ["The singer told the crowd, “I left my hat in Tarn.”", ["I left my hat in Tarn."]],
  ["“I'm Captain Gull,” you will say, and you will be right.", []],
  ["“I'm the captain,” you told the clerk, Ann Roe said.", ["I'm the captain"]],
  // titles
  ["The team set it out in a paper titled: “A slow way of counting gulls on wet sand.”", []],
  ["Ann Roe, a poet who wrote “The Weight of Gulls: A Life in Tarn.”", []],
  ["Ann Roe, a poet, wrote: “The gulls were the weight of a life.”", 1],
  ["“Grey Gulls” director Sol Poe said there would be no other.", []],
  ["“Grey gulls,” director Sol Poe said.", ["Grey gulls"]],
  ["“We are ready” officials said.", ["We are ready"]],
  // slogans
  ["And what is the new slogan, which cost a million?\n\n“Tarn. It grows.”\n\nNobody laughed.", []],
  ["In the advert ten people in a row say, “I'm in debt.”", []],
  ["The party has promised new quays under the slogan: “It is not rude to ask for a boat.”", []],
  ["The party's head, Ann Roe, promised: “It is not rude to ask for a boat.”", 1],
  [
    "What did Roe say when it was over?\n\n“He was by the rail. I was shouting at him, and then he fell.”\n\nNobody laughed.",
    1,
  ],
  ["Asked if he would go, he told Radio Tarn: “I want nobody to vote for them.”", 1],
  // imagined words
  ["As the old sailor would say, “It is the calm that kills.”", []],
  ["“It is the calm that kills,” Ann Roe would say to her sons.", ["It is the calm that kills"]],
  ["The dog looked up as if to say, “Where have you been?”", []],
  ["As the uncle in the tale might say: “Never lend a boat.”", []],
  ["Picture a nurse who tells an old man, “Come back on Monday.”", []],
  ["The nurse told an old man, “Come back on Monday.”", ["Come back on Monday."]],
])("tells somebody's words from a thing's: %s", (body, words) =>
  typeof words === "number"
    ? expect(said(body)).toHaveLength(words)
    : expect(said(body)).toEqual(words));
