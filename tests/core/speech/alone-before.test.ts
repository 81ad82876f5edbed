import { describe, expect, it } from "vitest";
import { readQuotes, whoSaid } from "./read-quotes.ts";

function speakers(body: string): (string | null)[] {
  return whoSaid(body).map(([, who]) => who);
}

function rolesOf(body: string): (string | null | undefined)[] {
  return readQuotes(body).quotes.map(({ speaker }) => speaker?.role);
}

const smiled = (verb: string) =>
  `Ola Brandt has beaten Rune Falk in the pool.\n\nLater, as horns blew around him, Tarn coach Addison Holme ${verb} “We swim on for the town and its people,” he said.`;

describe("a quotation behind one who is told of alone", () => {
  it("gives “he said” to whoever smiled right before", () => {
    expect(speakers(smiled("smiled."))).toEqual(["Addison Holme"]);
  });

  it("leaves it open where another did something", () => {
    expect(speakers(smiled("left the hall."))).not.toContain("Addison Holme");
  });

  it("gives the words behind a sentence that reflects to its subject", () => {
    const body = (verb: string) =>
      `The prize went to Martin Holme on Friday.\n\nOpening his address, Holme ${verb} on the years at the quay.\n\n“If you had asked me then, I would have said that boats are simple things to build.”`;
    expect(speakers(body("reflected"))).toEqual(["Martin Holme"]);
    expect(speakers(body("slipped"))).toEqual([null]);
  });

  it("gives a source's paragraph no bare quotation behind it", () => {
    const body = (who: string) =>
      `${who} told us a count was held at the library last week.\n\n“We have been informed that our rooms will be closed without any other space for members.”`;
    expect(speakers(body("A source"))).toEqual([null]);
    expect(speakers(body("Martin Holme"))).toEqual(["Martin Holme"]);
  });
});

describe("what a body issues", () => {
  it("is said by the one whom it is from", () => {
    const body = (more: string) =>
      `Martin Holme runs the board. Holme was at sea on Monday. Holme is 60.${more}\n\nA statement from Holme said the conduct of 57 workers was looked at again.\n\n“Like many others I was appalled by it all,” the statement said.`;
    expect(speakers(body(""))).toEqual(["Martin Holme"]);
    expect(speakers(body(" Ida Holme left it."))).not.toEqual(["Martin Holme"]);
  });

  it("keeps the letters of a body's country", () => {
    const owners = (letters: string) =>
      readQuotes(`The quake was weak, according to the ${letters}Tide Survey (UTS).`).claims.map(
        ({ owner }) => owner,
      );
    expect(owners("US ")).toEqual(["US Tide Survey"]);
    expect(owners("")).toEqual(["Tide Survey"]);
  });
});

describe("words that another claims were said", () => {
  const body = (verb: string) =>
    `Martin Holme ran the firm.\n\nIn a deposition, the guard says they met and ${verb} Holme told him “the boat was sunk for the money and nobody must ever hear of it”.`;

  it("are nobody's", () => {
    expect(speakers(body("claims"))).toEqual([null]);
    expect(speakers(body("was there when"))).toEqual(["Martin Holme"]);
  });
});

describe("who is no one's voice alone", () => {
  it("does not give a report of two colleges to one of them", () => {
    const body = (what: string) =>
      `The Tarn Coast University (TCU) tests fish.\n\nAccording to the ${what} report, “the mean risk from fish of this region was high in the dry season and the wet”.`;
    expect(speakers(body("TCU/OWU"))).toEqual([null]);
  });

  it("gives words that two of an age said to both", () => {
    const body =
      "On Monday, Mr Otto Lund, 80, and Madam Ida Lund, 75, said “we do it all again” to the hall.";
    expect(speakers(body)).toEqual(["Mr Otto Lund and Madam Ida Lund"]);
  });

  it("takes no “would continue the sit-in” for speech", () => {
    const body =
      "Party leader Nora Pell repeated that point, saying Harbour Democrats would continue the sit-in “until we have a bill”.";
    expect(speakers(body)).toEqual(["Nora Pell"]);
  });
});

describe("a surname that looks like a people", () => {
  it.each([
    ["Bruce Sabians", "Bruce Sabians"],
    ["Tressel Sabians", null],
  ])("%s", (name, speaker) => {
    const body = `${name} left the club on Monday after nine years of it.\n\n“I will miss the players of this club,” he said.`;
    expect(speakers(body)).toEqual([speaker]);
  });
});

describe("offices that are cut nowhere", () => {
  it.each([
    [
      "Holme, a European champion in 2014 and 2016, is known here.\n\n“I am very happy,” Martin Holme said. Martin Holme, a rowing champion in 2014 and 2016, left.",
      "rowing champion",
    ],
    [
      "Tarn Fish and Wildlife Commission Executive Director Nick Holme said the seal was caught.\n\n“We will be sure of that before we leave,” Nick Holme said.",
      "Tarn Fish and Wildlife Commission Executive Director",
    ],
    [
      "“It is more severe now than then,” said Dr Martin Holme, of the Harbour Institute at Tarn College.",
      "Harbour Institute at Tarn College",
    ],
    ["“It is more severe now than then,” said Martin Holme, of Tarn.", null],
    ["“It is more severe now than then,” said TWA Mundo's Martin Holme.", "TWA Mundo"],
    ["“It is more severe now than then,” said Tarn's Martin Holme.", null],
    ["“We lost much of it,” county fire Capt. Martin Holme said Friday.", "county fire Capt."],
    ["All Under One Flag committee member Martin Holme said: “We march for all of it.”", null],
    [
      "The Flag committee member Martin Holme said: “We march for all of it.”",
      "Flag committee member",
    ],
    [
      "Orva’s Minister for Lakes, Forests and Parks, Dr. Kofi Holme said, “It is the first of its kind and we hope for more.”",
      "Orva’s Minister for Lakes, Forests and Parks",
    ],
  ])("%s", (body, role) => {
    expect(rolesOf(body)).toEqual([role]);
  });

  it("takes no plural of a title into the name of one", () => {
    const body =
      "Trainees Ida Holme and Rune Falk joined the council.\n\n“It is a great place to learn a trade in,” Ida Holme said.";
    expect(speakers(body)).toEqual(["Ida Holme"]);
  });
});
