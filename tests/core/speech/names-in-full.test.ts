import { expect, test } from "vitest";
import { readQuotes } from "./read-quotes.ts";

const said = (body: string) =>
  readQuotes(body).quotes.map(({ speaker }) => [speaker?.name ?? null, speaker?.role ?? null]);
const last = (body: string) => said(body).at(-1)?.[0] ?? null;

test.each([
  [
    "the woman of two of one surname, by the man's given name",
    "Ninelle Farrow was hurt when three men told her husband, Philip Farrow, that they were police. “I am afraid,” Mrs Farrow said. Mr Farrow was calm.",
    "Ninelle Farrow",
  ],
  [
    "neither of two women",
    "Anna Farrow was hurt, and so was Mary Farrow. “I am afraid,” Mrs Farrow said.",
    "Mrs Farrow",
  ],
  [
    "a given name that stands in the middle",
    "The prize went to Galabo Brian Kakembe of Tarn. Brian said: “It is a great thing for us.”",
    "Galabo Brian Kakembe",
  ],
  [
    "not a middle word that is no given name",
    "The prize went to Galabo Tide Kakembe of Tarn. Tide said: “It is a great thing for us.”",
    "Tide",
  ],
  [
    "a mother named in a caption, with the family's name in the copy",
    "Ronny Wrathe was hurt in the match. Emily wrote: “He was so happy that day.”\n\n## Emily Wrathe at the ground",
    "Emily Wrathe",
  ],
  [
    "not a stranger of a caption",
    "Ronny Wrathe was hurt in the match. Emily wrote: “He was so happy that day.”\n\n## Emily Blount at the ground",
    "Emily",
  ],
  [
    "a boy by his age",
    "In Tarn, 17-year-old Edem lives with another pain. His exams stopped when water came in.\n\n“I have not slept since,” he admits.",
    "Edem",
  ],
  [
    "the one ambassador, called a diplomat",
    "Orva has the right to it, Rhosian Ambassador to Orva Bilal Hayle told the Tarn Herald.\n\nThe diplomat said that it was late.\n\n“Nobody crossed an inch of land,” the diplomat said.",
    "Bilal Hayle",
  ],
  [
    "a body in letters that the copy spells out",
    "The Tarn Water and Port Authority (TWPA) closed the lock.\n\n“The gates are old,” the TWPA said.",
    "Tarn Water and Port Authority",
  ],
  [
    "a body in letters that only seem to be spelled out",
    "The Rhos Mill and Port Office (TWPA) closed the lock.\n\n“The gates are old,” the TWPA said.",
    "TWPA",
  ],
  [
    "the governor of what stands before the office",
    "Reserve Bank of Tarn (RBT) Governor Shamir Dass said the banks must wait.\n\nAt a meeting in Rhos, the Governor said, “We go through hard times together.”",
    "Shamir Dass",
  ],
  [
    "not the governor's aide",
    "Shamir Dass, adviser to the governor, said the banks must wait.\n\nAt a meeting in Rhos, the Governor said, “We go through hard times together.”",
    "the Governor",
  ],
  [
    "a minister for a field, without it",
    "Minister of State for Finance Shavi Semara said that the budget is late.\n\n“We go through hard times together,” said the state minister.",
    "Shavi Semara",
  ],
  [
    "the bank that was named as a speaker",
    "Rhosian lender Orva Bank also said on Sunday that it had stopped its help.\n\n“We protest against the words,” the bank said in a statement.",
    "Orva Bank",
  ],
  [
    "not one of two banks",
    "Orva Bank said on Sunday that it had stopped its help. Tarn Bank said that it had not.\n\n“We protest against the words,” the bank said in a statement.",
    "the bank",
  ],
  [
    "not one of two",
    "Rhosian Ambassador Bilal Hayle met Velian Ambassador Otto Lund.\n\n“Nobody crossed an inch of land,” the diplomat said.",
    "the diplomat",
  ],
  [
    "the officer of a body whose name has an “and”",
    "Detective Sergeant Jon Saxe of the Tarn and Rhos Crime Directorate said ‘People who sell it care little for those they use’.",
    "Jon Saxe",
  ],
  [
    "whoever told a paper, and not the paper",
    "Half of those who died were nurses, the president of the league, Thierry Pech, told BFM.\n\n“They were going on a trip that day,” he said.",
    "Thierry Pech",
  ],
])("names in full %s", (_, body, name) => {
  expect(last(body)).toBe(name);
});

test.each([
  [
    "of two halves",
    "“We wait for it,” said Sean Keith, the Attorney-Owner of Keith Law Group.",
    "Attorney-Owner of Keith Law Group",
  ],
  [
    "without the company that nobody knows",
    "“We wait for it,” the company's chief safety officer Joe Sulliman said on Monday.",
    "chief safety officer",
  ],
  [
    "not an office that says nothing",
    "“We wait for it,” the company's president Joe Sulliman said.",
    null,
  ],
  [
    "behind what opens the sentence",
    "Discussing his plans in public, Orva's Prime Minister, Najib Raske said, “We talk to all of them.”",
    "Orva's Prime Minister",
  ],
  [
    "not another's, behind a name",
    "After meeting Ann Roe, Orva's Prime Minister, Najib Raske said, “We talk to all of them.”",
    null,
  ],
  [
    "with the whole name of a department",
    "An Orva Islands Department of Deep Waters spokesperson, Morgan Ortega, said: “We talk to all of them.”",
    "Orva Islands Department of Deep Waters spokesperson",
  ],
])("gives the role %s", (_, body, role) => {
  expect(said(body).at(-1)?.[1] ?? null).toBe(role);
});

test.each([
  [
    "over a line of the page",
    "“I was angry,” said Sarah Bunt.\n\nTo hear from us every day, follow this link and read our notes.\n\nShe continued: “They said it was for a short time.\n\n“People packed up their lives.”",
    ["Sarah Bunt", "Sarah Bunt", "Sarah Bunt"],
  ],
  [
    "not a man",
    "“I was angry,” said Sarah Bunt.\n\nTo hear from us every day, follow this link and read our notes.\n\nHe continued: “They said it was for a short time.”",
    ["Sarah Bunt", null],
  ],
])("who goes on: %s", (_, body, names) => {
  expect(said(body).map(([name]) => name)).toEqual(names);
});
