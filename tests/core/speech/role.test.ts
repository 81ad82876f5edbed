import { expect, test } from "vitest";
import { readQuotes } from "./read-quotes.ts";

const said = (body: string) =>
  readQuotes(body).quotes.map(({ speaker }) => [speaker?.name ?? null, speaker?.role ?? null]);

test.each([
  [
    "behind a rank",
    "“It is ours,” said Gen. Otto Lund, the army spokesman.",
    "Otto Lund",
    "army spokesman",
  ],
  [
    "behind another rank",
    "“It is ours,” said Lt. Col. Ada Voss, a military historian.",
    "Ada Voss",
    "military historian",
  ],
  ["a rank alone", "“It is ours,” said Gen. Otto Lund on Monday.", "Otto Lund", "Gen."],
  [
    "in capitals",
    "Dr Ada Voss, Chief Executive of Tarn Power, said: “It is ours.”",
    "Ada Voss",
    "Chief Executive of Tarn Power",
  ],
  [
    "a trade of no list",
    "“It is ours,” said Hamid bin Sabri, a sail stitcher who was asleep.",
    "Hamid bin Sabri",
    "sail stitcher",
  ],
  [
    "with all that it is of",
    "“It is ours,” says Ada Voss, head of the harbour’s tide and ice division, and pilot of the Merle.",
    "Ada Voss",
    "head of the harbour’s tide and ice division",
  ],
  [
    "cut before what she did",
    "“It is ours,” said Ada Voss, a professor at Sable College and has written two books.",
    "Ada Voss",
    "professor at Sable College",
  ],
  [
    "cut before what she does",
    "“It is ours,” said Ada Voss, a historian from Tarn and runs the archive.",
    "Ada Voss",
    "historian from Tarn",
  ],
  [
    "with the firm behind its comma",
    "“It is ours,” said Ada Voss, Group Director, North Coast, Tarn Power.",
    "Ada Voss",
    "Group Director, North Coast, Tarn Power",
  ],
  [
    "not with what may be somebody else",
    "Ada Voss, Director, Otto Lund and Max Reed met on Monday. “It is ours,” Voss said.",
    "Ada Voss",
    null,
  ],
  [
    "with a firm of several names",
    "“It is ours,” said Ada Voss, president of Marrow, Lyle & Root.",
    "Ada Voss",
    "president of Marrow, Lyle & Root",
  ],
  [
    "not run on over what it is about",
    "“It is ours,” said Ada Voss, a top harbour aide to Vice President Lund on the July 25 phone call with the Orvan President Reed.",
    "Ada Voss",
    "top harbour aide to Vice President Lund",
  ],
  [
    "with the title in marks that it is of",
    "“Harbour Lights” star Ada Voss said: “It is ours.”",
    "Ada Voss",
    "“Harbour Lights” star",
  ],
  [
    "not a relic",
    "They saw the “very best” star Ada Voss. “It is ours,” Voss said.",
    "Ada Voss",
    null,
  ],
  [
    "with a body that has an ampersand",
    "R&L Ferries chief Ada Voss said: “It is ours.”",
    "Ada Voss",
    "R&L Ferries chief",
  ],
  [
    "with a name that holds small words in capitals",
    "The Boys On The Quay drummer Ada Voss said: “It is ours.”",
    "Ada Voss",
    "Boys On The Quay drummer",
  ],
  [
    "without the small word that a sentence opens with",
    "In Tarn Mayor Ada Voss said: “It is ours.”",
    "Ada Voss",
    "Tarn Mayor",
  ],
  [
    "with an institute that studies something",
    "Tarn's Lakes Institute for Tide Studies glaciologist Ada Voss came. “It is ours,” Voss said.",
    "Ada Voss",
    "Tarn's Lakes Institute for Tide Studies glaciologist",
  ],
  [
    "without what it is only about",
    "They spoke for Labour leader Ada Voss. “It is ours,” Voss said.",
    "Ada Voss",
    "Labour leader",
  ],
  [
    "of the first",
    "Orva's First Minister Ada Voss said: “It is ours.”",
    "Ada Voss",
    "Orva's First Minister",
  ],
  [
    "without the rank behind the office",
    "She came with Harbour Board (HB) Chairman Lieutenant General Otto Lund. “It is ours,” Lund said.",
    "Otto Lund",
    "Harbour Board (HB) Chairman",
  ],
  [
    "with a rank that is the office",
    "“It is ours,” said Inspector General Otto Lund, who left.",
    "Otto Lund",
    "Inspector General",
  ],
  [
    "with a grade that belongs to the rank",
    "“It is ours,” said Assistant Professor Ada Voss on Monday.",
    "Ada Voss",
    "Assistant Professor",
  ],
  [
    "with a firm's abbreviation",
    "Tarn Power Co. executive Ada Voss said: “It is ours.”",
    "Ada Voss",
    "Tarn Power Co. executive",
  ],
  [
    "behind a college whose name has a link",
    "“It is ours,” said Ada Voss, a Sable College of Law professor who was asleep.",
    "Ada Voss",
    "Sable College of Law professor",
  ],
  [
    "with the town of its university",
    "“It is ours,” said Ada Voss, a fish biologist at the University of Orva, Port Tarn.",
    "Ada Voss",
    "fish biologist at the University of Orva, Port Tarn",
  ],
  [
    "without whoever stands behind its university",
    "Ada Voss, a fish biologist at the University of Orva, Otto Lund and Max Reed met. “It is ours,” Ada Voss said.",
    "Ada Voss",
    "fish biologist at the University of Orva",
  ],
  [
    "without the book that is cut",
    "“It is ours,” said Ada Voss, a senior fellow at the Harbour Centre and author of “Tides,” a novel.",
    "Ada Voss",
    "senior fellow at the Harbour Centre",
  ],
  [
    "with a book",
    "“It is ours,” said Ada Voss, author of “High Tides”.",
    "Ada Voss",
    "author of “High Tides”",
  ],
  [
    "behind a state",
    "“It is ours,” said Rep. Ada Voss, Md., the second Democrat in the House.",
    "Ada Voss",
    "second Democrat in the House",
  ],
  [
    "behind letters",
    "“It is ours,” said Ada Voss, M.D., FRSA, volunteer president of the Heart League.",
    "Ada Voss",
    "volunteer president of the Heart League",
  ],
  [
    "of another's helper",
    "“It is ours,” said Ada Voss, Lund's chief collaborator in Orva.",
    "Ada Voss",
    "Lund's chief collaborator in Orva",
  ],
  [
    "that opens its sentence",
    "Incoming head of Tarn Power, Ada Voss, said: “It is ours.”",
    "Ada Voss",
    "Incoming head of Tarn Power",
  ],
  [
    "with an aside",
    "Chief Officer (Acting) of the Lakes Board, Ada Voss, came. “It is ours,” Voss said.",
    "Ada Voss",
    "Chief Officer (Acting) of the Lakes Board",
  ],
  [
    "not of the one before in a list",
    "President Reed, Ada Voss, and Max Moss came. “It is ours,” Ada Voss said.",
    "Ada Voss",
    null,
  ],
  [
    "behind a link",
    "She thanked the NHA's lead lawyer on the case, Ada Voss. “It is ours,” Voss said.",
    "Ada Voss",
    "NHA's lead lawyer on the case",
  ],
  [
    "with no comma behind the name",
    "In Tarn, the Secretary for Parks and Lakes, Mr Otto Lund announced it. “It is ours,” Mr Lund said.",
    "Otto Lund",
    "Secretary for Parks and Lakes",
  ],
  [
    "not of whom one was asked about",
    "Asked about the mayor, Ada Voss said: “It is ours.”",
    "Ada Voss",
    null,
  ],
  [
    "not a company's that stands elsewhere",
    "“It is ours,” the company's tide officer Ada Voss said.",
    "Ada Voss",
    null,
  ],
  [
    "not the clause behind its source",
    "According to Ada Voss, the premier praised the dockers. “It is ours,” Ada Voss said.",
    "Ada Voss",
    null,
  ],
  [
    "with owners that end in an apostrophe",
    "The Growers' leader Ada Voss said: “It is ours.”",
    "Ada Voss",
    "Growers' leader",
  ],
  ["of a star by herself", "“It is ours,” said film star Ada Voss.", "Ada Voss", "film star"],
  ["not a feat", "Ada Voss, the first woman to row it, said: “It is ours.”", "Ada Voss", null],
  ["in a label", "Ada Voss, moderator: “It is ours.”", "Ada Voss", "moderator"],
  [
    "with letters in brackets",
    "The Governor of the Central Bank of Orva (CBO) Mr. Olu Reed, said: “It is ours.”",
    "Olu Reed",
    "Governor of the Central Bank of Orva",
  ],
  [
    "without its owner",
    "Ada Voss, its parks manager, said: “It is ours.”",
    "Ada Voss",
    "parks manager",
  ],
  [
    "with an owner's apostrophe",
    "“It is ours,” said Ada Voss, the dockers' shop steward.",
    "Ada Voss",
    "dockers' shop steward",
  ],
  [
    "cut before what he is known as",
    "“It is ours,” said Ada Voss, a former boxer known as the Wall.",
    "Ada Voss",
    "former boxer",
  ],
  ["not a brother's", "His brother, Gordon Tate, said: “It is ours.”", "Gordon Tate", null],
  ["not a wife's", "“It is ours,” said his wife, Ada Voss.", "Ada Voss", null],
  [
    "not a namesake's",
    "Ada Voss praised President Voss's rule. “It is ours,” Ada Voss said.",
    "Ada Voss",
    null,
  ],
  [
    "not a verb's",
    "Those in the Old Office include President Aldo Reed, who left. “It is ours,” Reed said.",
    "Aldo Reed",
    "President",
  ],
  [
    "with a site",
    "“It is ours,” said Ada Voss, an analyst with Harbours.com.",
    "Ada Voss",
    "analyst with Harbours.com",
  ],
  [
    "not cut within a word",
    "She met Ex-U.S. Rep. Ada Voss. “It is ours,” Voss said.",
    "Ada Voss",
    null,
  ],
  [
    "of a business department",
    "“It is ours,” said Ada Voss, business data manager for Tarn Power.",
    "Ada Voss",
    "business data manager for Tarn Power",
  ],
  [
    "not several's",
    "They played without All-Stars Ned Poe and Carl Bost. “It is ours,” Poe said.",
    "Ned Poe",
    null,
  ],
  [
    "with the field that is joined before it",
    "HU dredging and harbour commissioner Ada Voss came. “It is ours,” Voss said.",
    "Ada Voss",
    "harbour commissioner",
  ],
  [
    "with both of its fields",
    "HU trade and industry commissioner Ada Voss came. “It is ours,” Voss said.",
    "Ada Voss",
    "HU trade and industry commissioner",
  ],
  [
    "with another trade joined before it",
    "They cheered when, at the end, theorist and teacher Ada Voss spoke. “It is ours,” Voss said.",
    "Ada Voss",
    "theorist and teacher",
  ],
  [
    "not with whoever is joined before it",
    "Both Reed and film director Ada Voss came. “It is ours,” Ada Voss said.",
    "Ada Voss",
    "film director",
  ],
  [
    "not with a wife who is joined before it",
    "He brought his wife and film director Ada Voss. “It is ours,” Ada Voss said.",
    "Ada Voss",
    "film director",
  ],
  [
    "cut by a dash",
    "The Tarn–Orva Bank president Ada Voss came. “It is ours,” Ada Voss said.",
    "Ada Voss",
    null,
  ],
  [
    "the first of two titles",
    "HU chairperson President Aldo Reed said: “It is ours.”",
    "Aldo Reed",
    "HU chairperson",
  ],
  [
    "with what is no second title",
    "Incumbent President Aldo Reed said: “It is ours.”",
    "Aldo Reed",
    "Incumbent President",
  ],
  [
    "without the verb before it",
    "They want to prevent outgoing Harbour Speaker Ada Voss from it. “It is ours,” Voss said.",
    "Ada Voss",
    "outgoing Harbour Speaker",
  ],
  [
    "without a verb before its “former”",
    "The party sent former mayor Ada Voss. “It is ours,” Voss said.",
    "Ada Voss",
    "former mayor",
  ],
  [
    "not a verb that looks like it",
    "The film will also star Ada Voss. “It is ours,” Voss said.",
    "Ada Voss",
    null,
  ],
  ["of letters", "US President Aldo Reed said: “It is ours.”", "Aldo Reed", "US President"],
  [
    "without “another”",
    "Another major harbour figure and pilot, Ada Voss, said: “It is ours.”",
    "Ada Voss",
    "major harbour figure and pilot",
  ],
  [
    "not a participle that opens its sentence",
    "Speaking to newspaper Star of Tarn, Ada Voss said: “It is ours.”",
    "Ada Voss",
    null,
  ],
  [
    "with a second post behind its article",
    "“It is ours,” said Ada Voss, a former parks minister and a deputy of the Lakes Board.",
    "Ada Voss",
    "former parks minister and a deputy of the Lakes Board",
  ],
  [
    "of several fields",
    "“It is ours,” said Ada Voss, senior vp harbours and lights at Tarn Power.",
    "Ada Voss",
    "senior vp harbours and lights at Tarn Power",
  ],
  [
    "in a clause of its own",
    "“It is ours,” said Ada Voss, who is Tarn’s director of parks.",
    "Ada Voss",
    "Tarn’s director of parks",
  ],
  [
    "that was hers once",
    "“It is ours,” said Ada Voss, who was Tarn’s director of parks.",
    "Ada Voss",
    null,
  ],
  [
    "with no comma before it",
    "“It is ours,” said Ada Voss a member of the Tarn Growers.",
    "Ada Voss",
    "member of the Tarn Growers",
  ],
  [
    "the fuller of two",
    "They heard it from prosecutor Ada Voss, the Attorney for the District of Velmark. “It is ours,” Voss said.",
    "Ada Voss",
    "Attorney for the District of Velmark",
  ],
  [
    "not the last of three",
    "Orvan singer, actor, and rights advocate Ada Voss came. “It is ours,” Voss said.",
    "Ada Voss",
    null,
  ],
  [
    "of one who comes behind others",
    "He met Otto Lund, and film director Ada Voss. “It is ours,” Voss said.",
    "Ada Voss",
    "film director",
  ],
  ["not which company's", "Company forecaster Ada Voss said: “It is ours.”", "Ada Voss", null],
  [
    "of a company of soldiers",
    "Company Commander Ada Voss said: “It is ours.”",
    "Ada Voss",
    "Company Commander",
  ],
  ["in court", "Ada Voss, prosecuting, said: “It is ours.”", "Ada Voss", "prosecuting"],
  [
    "of a trade that no list holds",
    "“It is ours,” said wide netter Ada Voss.",
    "Ada Voss",
    "wide netter",
  ],
  ["not a day", "“It is ours,” said unexpectedly Ada Voss.", "Ada Voss", null],
  [
    "of a retired something",
    "In the story, former swab Peter Voss came. “It is ours,” Peter Voss said.",
    "Peter Voss",
    "former swab",
  ],
  [
    "in a sentence of its own",
    "Ada Voss came. Voss is the head of Tarn Power, the ferry firm. “It is ours,” she said.",
    "Ada Voss",
    "head of Tarn Power",
  ],
  [
    "not what one is for the moment",
    "Ada Voss came. Voss is the star of Tarn Power. “It is ours,” she said.",
    "Ada Voss",
    null,
  ],
  [
    "without half an age",
    "The 17 year old pilot Ada Voss said: “It is ours.”",
    "Ada Voss",
    "pilot",
  ],
])("gives the role that stands beside the name: %s", (_, body, name, role) =>
  expect(said(body)).toEqual([[name, role]]));

test.each([
  [
    "a month",
    "“I knocked,” said Odile Brask, a student.\n\nNext May, Brask will graduate. “It is hard,” she said.",
    "Odile Brask",
  ],
  [
    "an order to the reader",
    "Ask Rupert Callow, who wrote it, and he answers: “The ring road.”",
    "Rupert Callow",
  ],
  ["an entry", "Enter Ada Voss, a baker. “I am yours,” she tells me.", "Ada Voss"],
  [
    "a participle",
    "The historian Piers Alder wrote a book. Echoing Wexford, he said: “It is a pillar.”",
    "Piers Alder",
  ],
  ["an adverb", "“Let us in,” shouted Eventually the crowd moved on.", undefined],
  ["a station", "“It is ours,” NBC 4 New Arden said.", "NBC 4 New Arden"],
  ["a channel", "“It is ours,” Channel 11 said.", "Channel 11"],
  ["initials", "“It is ours,” said B. J. McAllister.", "B. J. McAllister"],
  ["a saint", "“It is ours,” said Eva St. Clair.", "Eva St. Clair"],
  [
    "another name",
    "Singer Habib Reed, popularly known as Mobile, sat. Mobile waited. “I am done,” he said.",
    "Habib Reed",
  ],
  [
    "a firm as several",
    "Big Ancor, the label that owns it, left. Big Ancor have denied it. “We did not,” they said.",
    "Big Ancor",
  ],
  ["a name in -ing", "Harding Lowe waited. “It is ours,” Harding Lowe said.", "Harding Lowe"],
])("cuts a name where it ends: %s", (_, body, name) => {
  const [last] = said(body).toReversed();
  expect(last?.[0]).toBe(name);
});

test.each([
  ["a relative of nobody", "“We do not know,” her mother said."],
  ["a contraction", "“Ready when you are,” we’re told the actor said."],
])("does not name %s", (_, body) => {
  for (const [name] of said(body)) expect(name ?? "the actor").toBe("the actor");
});

test.each([
  [
    "a prefect",
    "“It is ours,” said Ada Voss, the prefect of Marne-sur-Tarn.",
    "prefect of Marne-sur-Tarn",
  ],
  [
    "one below a prefect",
    "“It is ours,” said Ada Voss, sub-prefect of Orva.",
    "sub-prefect of Orva",
  ],
  ["no thing for an office", "“It is ours,” said Ada Voss, a delight of Orva.", null],
  [
    "a trade with a hyphen that a sentence opens with",
    "Harbour training co-ordinator Ada Voss says they knew. “It is ours,” Voss said.",
    "Harbour training co-ordinator",
  ],
  [
    "on behind the letters of its body",
    "“It is ours,” said Ada Voss, officer-in-charge of the Department of Lakes and Rivers (DLR) in Northern Orva.",
    "officer-in-charge of the Department of Lakes and Rivers (DLR) in Northern Orva",
  ],
  [
    "without letters that nothing goes on behind",
    "“It is ours,” said Ada Voss, head of the Department of Lakes (DOL).",
    "head of the Department of Lakes",
  ],
  [
    "not on behind a bracket of words",
    "“It is ours,” said Ada Voss, head of the Department of Lakes (Rivers) in Northern Orva.",
    "head of the Department of Lakes",
  ],
  [
    "not on behind letters where it says when",
    "“It is ours,” said Ada Voss, head of the Department of Lakes (DOL) in May.",
    "head of the Department of Lakes",
  ],
  [
    "without the day on which it is said",
    "“It is ours,” said Ada Voss, head of the Harbour Board in Tarn on Monday.",
    "head of the Harbour Board in Tarn",
  ],
  [
    "with the day that is a paper's",
    "“It is ours,” said Ada Voss, a columnist for the Mail on Sunday.",
    "columnist for the Mail on Sunday",
  ],
  [
    "of a body whose letters are a word",
    "“It is ours,” said Ada Voss, Director-General of the WHO.",
    "Director-General of the WHO",
  ],
  ["not of one who", "“It is ours,” said Ada Voss, the director who left.", "director"],
  [
    "in capitals, between a sentence's start and a comma",
    "Harbour Executive Chief Executive, Ada Voss, said: “It is ours.”",
    "Harbour Executive Chief Executive",
  ],
  [
    "not before a list",
    "Tarn Mayor, Ada Voss, and Orva Mayor, Otto Lund, came. “It is ours,” Voss said.",
    null,
  ],
  ["not with when she said it", "Yesterday Tarn Mayor, Ada Voss, said: “It is ours.”", null],
  ["not whom another praised", "Reed praised Tarn Manager, Ada Voss, said: “It is ours.”", null],
  ["not whom she addressed", "Addressing Orva Minister, Ada Voss, said: “It is ours.”", null],
  ["not how one is called upon", "Governor, Ada Voss, said: “It is ours.”", null],
  [
    "not cut behind an abbreviation",
    "Quay Hldgs. Harbour Director, Ada Voss, said: “It is ours.”",
    null,
  ],
  [
    "not on behind letters where it says at what",
    "“It is ours,” said Ada Voss, head of the Department of Lakes (DOL) in a talk.",
    "head of the Department of Lakes",
  ],
  ["not a paper", "Tarn Morning Monitor, Ada Voss, said: “It is ours.”", null],
  ["an office alone", "“It is ours,” said Ada Voss, chairman.", "chairman"],
  [
    "an office with its body",
    "“It is ours,” said Ada Voss, chairman of Tarn Power.",
    "chairman of Tarn Power",
  ],
  [
    "told more fully later",
    "“It is ours,” CEO Ada Voss said. Ada Voss, chief executive of Tarn Power, left.",
    "chief executive of Tarn Power",
  ],
  ["how one is addressed", "“It is ours,” said Commissioner Ada Voss.", "Commissioner"],
  ["a president of a state", "“It is ours,” President Ada Voss told the parliament.", "President"],
  [
    "a president whom everyone calls so",
    "President Voss met students at the college. “It is ours,” Voss said.",
    "President",
  ],
  [
    "a president of something",
    "The university will go on, says President Ada Voss. “It is ours,” Voss said.",
    "President",
  ],
  [
    "a man's title with his surname",
    "President Lund spoke. Donald Lund was late. “It is ours,” Lund said.",
    "President",
  ],
  [
    "the body that she speaks for",
    "Ada Voss took a look. “It is ours,” said the NHA's Voss.",
    "NHA",
  ],
  [
    "a party that she speaks for",
    "“It is ours,” said the Free Lakes Party's Ada Voss.",
    "Free Lakes Party",
  ],
  ["not how he is addressed", "“It is ours,” His Honour Judge Sol Ford said.", "Judge"],
  ["nothing that ends within a title", "“It is ours,” said Ada Voss, author of “Tarn", null],
  ["not what the name says", "“It is ours,” said the real Prince Rolf.", null],
  [
    "not the opinion of the writer",
    "“It is ours,” said bombastic radio host Ada Voss.",
    "radio host",
  ],
  ["not his age", "A 67-year-old man, Odo Voss, won. “It is ours,” said Odo Voss.", null],
  [
    "his trade beside it",
    "A 67-year-old farmer, Odo Voss, won. “It is ours,” said Odo Voss.",
    "67-year-old farmer",
  ],
  ["not whose admirer", "“It is ours,” said 32-year-old admirer Ada Voss.", null],
  ["not whose friend", "“It is ours,” said Ada Voss, a close friend.", null],
  ["not whose counterpart", "“It is ours,” said Ada Voss, Lund’s Orvan counterpart.", null],
  ["not at which firm", "“It is ours,” said Ada Voss, head of games at the ferry giant.", null],
  ["an institute", "“It is ours,” says Ada Voss at the Tarn Institute.", "Tarn Institute"],
  ["not a place", "“It is ours,” said Ada Voss at the Tarn Museum.", null],
  ["not a country", "Ada Voss took a look. “It is ours,” said the UAE's Voss.", null],
])("gives the role that the article states: %s", (_, body, role) =>
  expect(said(body)[0]?.[1]).toBe(role));

test.each([
  ["an office in letters", "CM Adya Rao came. “It is ours,” Rao said.", "Adya Rao"],
  [
    "a given name that is a rank, too",
    "Marshal Quill, the chief toy analyst, came. “It is ours,” Quill says.",
    "Marshal Quill",
  ],
  [
    "a rank that is a given name, too",
    "Marshal Quill came, and a marshal waited. “It is ours,” Quill said.",
    "Quill",
  ],
  [
    "a paper before the name",
    "Ada Voss came.\n\nSpeaking to the Harbour Mail Voss said: “It is ours.”",
    "Ada Voss",
  ],
  [
    "a word that opens the sentence",
    "Brave Ada Voss came home. Ada Voss was tired. “It is ours,” Voss said.",
    "Ada Voss",
  ],
  [
    "a given name more, within a sentence",
    "The judge thanked Maria Ada Voss. Ada Voss was tired. “It is ours,” Voss said.",
    "Maria Ada Voss",
  ],
  ["a short given name", "Bradley Orr came. “It is ours,” asked Brad.", "Bradley Orr"],
  [
    "a short given name of two",
    "Jennifer Orr and Jennifer Moss came. “It is ours,” said Jen.",
    "Jen",
  ],
  [
    "a short form with the surname",
    "Daniel Orr came. Dan Orr left. “It is ours,” Orr said.",
    "Daniel Orr",
  ],
  ["marks that are not at hand", "Gerd Müller came. “It is ours,” Mueller said.", "Gerd Müller"],
  [
    "marks that tell two apart",
    "Gerd Müller and Ida Mueller came. “It is ours,” Mueller said.",
    "Ida Mueller",
  ],
  [
    "a husband of that name",
    "Ninon Orr told her husband, Philip Orr, that it rained. “It is ours,” Mr Orr said. Mrs Orr laughed.",
    "Philip Orr",
  ],
  [
    "one of two men of that name",
    "Bill Orr told his brother, Philip Orr, that it rained. “It is ours,” Mr Orr said.",
    "Mr Orr",
  ],
  [
    "the first words of a longer name",
    "His son, Te Moana Rewi Parata, came. “It is ours,” says Te Moana.",
    "Te Moana Rewi Parata",
  ],
  [
    "an office that is written out",
    "Gov. Ada Voss came. “It is ours,” the governor said.",
    "Ada Voss",
  ],
  [
    "nobody's office",
    "The Harbour Rovers captain came. “It is ours,” the captain said.",
    "the captain",
  ],
  [
    "a firm that has the surname",
    "Gallery owner James Lally of J.J. Lally & Co. came. “It is ours,” Lally said.",
    "James Lally",
  ],
])("gives the name in full, and nothing but the name: %s", (_, body, name) =>
  expect(said(body)[0]?.[0]).toBe(name));

test.each([
  [
    "behind the place of an office",
    "U.S. Attorney for the District of Velmark Joshua Levy said the case is open. “It is ours,” Levy said.",
    "Joshua Levy",
  ],
  [
    "behind the field of an office",
    "“It is ours,” said Dean for Student Life Larry G. Benedict.",
    "Larry G. Benedict",
  ],
  [
    "with its initial",
    "“It is ours,” said Assistant Dean for Residential Programs Katherine G. O’Dair.",
    "Katherine G. O’Dair",
  ],
  ["after a man", "“It is ours,” said Mary Ann Evans of the Tarn bank.", "Mary Ann Evans"],
])("begins a name %s", (_, body, name) => expect(said(body)[0]?.[0]).toBe(name));
