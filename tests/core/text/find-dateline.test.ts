import { expect, test } from "vitest";
import { findDateline, parseDateline } from "#core/text/find-dateline.ts";

const line = (place: string, date: string | null = null, agency: string | null = null) => ({
  place,
  date,
  agency,
});

test.each([
  ["ISLAMABAD, May 8 (Alliance News) – ", line("ISLAMABAD", "May 8", "Alliance News")],
  ["LONDON (Reuters) - ", line("LONDON", null, "Reuters")],
  ["TARN, Feb 11 (APP):", line("TARN", "Feb 11", "APP")],
  ["TARN, Orvania, Aug 23, ANW – ", line("TARN, Orvania", "Aug 23", "ANW")],
  ["LONDON, Nov 22 (Reuters) - ", line("LONDON", "Nov 22", "Reuters")],
  ["GENEVA/ZURICH (Reuters) — ", line("GENEVA/ZURICH", null, "Reuters")],
  ["WASHINGTON — ", line("WASHINGTON")],
  ["Port Arden, NY — ", line("Port Arden, NY")],
  ["Arden, Sweden - ", line("Arden, Sweden")],
  ["Arden, South Dakota ‒ ", line("Arden, South Dakota")],
  ["KYIV − ", line("KYIV")],
  ["WASHINGTON, D.C. – ", line("WASHINGTON, D.C.")],
  ["ST. LOUIS — ", line("ST. LOUIS")],
  ["SÃO PAULO — ", line("SÃO PAULO")],
  ["RIO de JANEIRO (AP) — ", line("RIO de JANEIRO", null, "AP")],
  ["McALLEN, Texas (AP) — ", line("McALLEN, Texas", null, "AP")],
  ["KABUL, Afghanistan — ", line("KABUL, Afghanistan")],
  ["NAIROBI, Kenya, May 8 — ", line("NAIROBI, Kenya", "May 8")],
  [
    "ABU DHABI, United Arab Emirates, May 8 (WAM) -- ",
    line("ABU DHABI, United Arab Emirates", "May 8", "WAM"),
  ],
  ["THE HAGUE, Netherlands (AP) — ", line("THE HAGUE, Netherlands", null, "AP")],
  ["UNITED NATIONS (AP) — ", line("UNITED NATIONS", null, "AP")],
  ["BUENOS AIRES, Argentina (AP) _ ", line("BUENOS AIRES, Argentina", null, "AP")],
  ["NEW DELHI: ", line("NEW DELHI")],
  ["RAWALPINDI, May 08 (APP): ", line("RAWALPINDI", "May 08", "APP")],
  ["LONDON, (AP) - ", line("LONDON", null, "AP")],
  ["Karachi, 3 March: ", line("Karachi", "3 March")],
  ["SYDNEY, May 8, 2025 — ", line("SYDNEY", "May 8, 2025")],
  ["London, UK – 8 May 2025 – ", line("London, UK", "8 May 2025")],
  ["RAMALLAH, Thursday, May 8, 2025 (WAFA) – ", line("RAMALLAH", "Thursday, May 8, 2025", "WAFA")],
  ["KYIV. May 8 (Interfax-Ukraine) – ", line("KYIV", "May 8", "Interfax-Ukraine")],
  ["MOSCOW, May 8. /TASS/. ", line("MOSCOW", "May 8", "TASS")],
  ["NEW YORK, May 8, 2025 /PRNewswire/ -- ", line("NEW YORK", "May 8, 2025", "PRNewswire")],
  ["NEW YORK--(BUSINESS WIRE)--", line("NEW YORK", null, "BUSINESS WIRE")],
  ["TORONTO, Nov. 3, 2023 (GLOBE NEWSWIRE) -- ", line("TORONTO", "Nov. 3, 2023", "GLOBE NEWSWIRE")],
  ["Tokyo, May 8 (Jiji Press)--", line("Tokyo", "May 8", "Jiji Press")],
  ["Tokyo (CNN)", line("Tokyo", null, "CNN")],
  ["Lagos, Nigeria (CNN)  -- ", line("Lagos, Nigeria", null, "CNN")],
  ["(Eds: With fresh quotes) New Delhi, Aug 1 (PTI) ", line("New Delhi", "Aug 1", "PTI")],
  ["Berlin (dpa) - ", line("Berlin", null, "dpa")],
  ["BERLIN, 3. Mai 2024 (dpa) - ", line("BERLIN", "3. Mai 2024", "dpa")],
  ["Paris, 3 févr. 2024 (AFP) - ", line("Paris", "3 févr. 2024", "AFP")],
  ["BERLIN, 1. Dezember - ", line("BERLIN", "1. Dezember", null)],
  ["VALENCIA, 1 dic - ", line("VALENCIA", "1 dic", null)],
  ["ROMA, 3 maggio 2026 – ", line("ROMA", "3 maggio 2026", null)],
  ["(ANSA) - ROME, MAY 8 - ", line("ROME", "MAY 8", "ANSA")],
  ["  LONDON (AP) - ", line("LONDON", null, "AP")],
  // Two agencies, slashes, call signs, and hyphens closed up.
  ["Tarn (hbn/osk) – ", line("Tarn", null, "hbn/osk")],
  ["Reylhavn /oskau/: ", line("Reylhavn", null, "oskau")],
  ["TARN, Calif. — ", line("TARN, Calif.")],
  ["Tarn County, Va. - ", line("Tarn County, Va.")],
  ["TARN, Tenn., July 8 (Reuters) - ", line("TARN, Tenn.", "July 8", "Reuters")],
  ["TARN, MO (KTRN)-", line("TARN, MO", null, "KTRN")],
  ["TARN, Ohio(WTRN) - ", line("TARN, Ohio", null, "WTRN")],
  ["TARN, Ind. (WTRN/KTRN) ", line("TARN, Ind.", null, "WTRN/KTRN")],
  ["TARN, RI- ", line("TARN, RI")],
  ["TARN-- ", line("TARN")],
  ["TARN >> ", line("TARN")],
  ["TARN | ", line("TARN")],
  ["(AP) OLD TARN - ", line("OLD TARN", null, "AP")],
  // Only the stop of a state parts it from the story.
  ["TARN, Ill. ", line("TARN, Ill.")],
  // A date with its day, or the day alone; a state is none of it.
  ["AUSTIN, Texas, May 9 — ", line("AUSTIN, Texas", "May 9")],
  ["PARIS, Wed. May 9 (AP) — ", line("PARIS", "Wed. May 9", "AP")],
  ["PARIS, Monday (AP) — ", line("PARIS", "Monday", "AP")],
  ["KABUL, Monday — ", line("KABUL", "Monday")],
  // What an editor's note or a stamp says before it is no part of it.
  ["(Adds minister's comment) OSLO, June 7 (Reuters) - ", line("OSLO", "June 7", "Reuters")],
  ["(03-07) 14:40 PDT OLD TARN -- ", line("OLD TARN")],
])("dateline of %j", (opening, expected) => {
  const body = `${opening}Talks on the harbour ended without a result.`;
  expect(parseDateline(body)).toEqual(expected);
  expect(findDateline(body)?.end).toBe(opening.length);
});

test.each([
  "The mayor — a Democrat — said no.", // a dash alone is no dateline
  "Tarn, Aug 23, Moe and Reyl – The two met on the quay.", // names of guests
  "Paris — The city never sleeps.", // ordinary letters and nothing else
  "NATO — The alliance met.",
  "UK — The weather stays wet.",
  "BREAKING: Police closed the bridge.",
  "UPDATE — The bridge is open again.",
  "WATCH: Video of the bridge.",
  "MILLER: We will not sell the harbour.", // a speaker
  "HARBOURWATCH: The Port Will Close This Week.", // a column's name
  "By . The way.",
  "European Union (EU) - The bloc met.",
  "European Union (EU)The bloc met.",
  "(Pictured) Field voted no.",
  "(AP) stands for a news agency.",
  "EUROPEAN UNION (EU) – The bloc met.",
  "The United Nations (UN) – The body met.",
  "Ann Field (Con) — She voted no.",
  "Field (pictured) — The mayor voted no.",
  "Harbour City (ENG) - The club won.",
  "Sen. Ann Field (I-Vt.) — The senator voted no.",
  "ACME CORP (NYSE: ACM) – The maker of anvils closed.",
  "On Monday, May 8 — The harbour closed.",
  "Ann Field (she/her) – The mayor voted no.",
  "Ann Field (left/right) – The mayor voted no.",
  "Ann Field /left: The mayor voted no.",
  "Ann Field, Jr. - The mayor voted no.",
  "Harbour City (BOSS) The club won.",
  "FREE APPS | NOW | FERRIES | HARBOUR | THE WEATHER OF THE COMING WEEK IN TARN",
  "UPDATE: The harbour closed.",
  "(Pictured) TARN was shut.",
  "Monday, May 8: The harbour closed.",
  "Updated, May 8: The harbour closed.",
  "It happened on May 8 - The harbour closed.",
  "A man, 33 (LAPD) - The case goes on.",
  "TARN, Orv. The harbour closed.", // no state
  "ANN FIELD, Jr. The mayor voted no.",
  "",
])("no dateline in %j", (lede) => {
  expect(parseDateline(lede)).toBeNull();
  expect(findDateline(lede)).toBeNull();
});

test.each([
  "(Reuters) - ",
  "(CNN) -- ",
  "(Tarnwire) - September 25, 2024 - ",
  "(CNN)",
  "(CNN) ",
  "(WTRN-TV) - ",
  "(via KTRN) -- ",
  "June 23 (Reuters) - ",
])("%j is no part of the story, and names no place", (credit) => {
  const body = `${credit}The harbour closed.`;
  expect(findDateline(body)).toEqual({ dateline: null, start: 0, end: credit.length });
});

test("a byline or a standfirst may stand before the dateline", () => {
  const body = "By Ann Field\n\nTalks end late\n\nOSLO (AP) - The harbour closed.";
  const opening = findDateline(body);
  expect(opening?.dateline).toEqual(line("OSLO", null, "AP"));
  expect(body.slice(opening?.start, opening?.end)).toBe("OSLO (AP) - ");
});

test.each([
  ["Harbour closes.\n\n", true],
  [`${"The harbour closed after the worst storm in forty years. ".repeat(4)}\n\n`, false],
  ["One.\n\nTwo.\n\nThree.\n\nFour.\n\n", false],
])("a dateline behind %j is found: %s", (before, found) => {
  const opening = findDateline(`${before}OSLO (AP) - It opened again.`);
  expect(opening?.start).toBe(found ? before.length : undefined);
});

test("a dateline may have a paragraph of its own", () => {
  const body = "TARN, Wis. -\n\nThe harbour closed.";
  expect(findDateline(body)?.dateline).toEqual(line("TARN, Wis."));
  expect(findDateline("Tarn said -\n\nThe harbour closed.")).toBeNull();
});

test("an interview's speakers are no places", () => {
  const body = "FIELD: The price is fixed.\n\nMILLER: The price is not fixed.";
  expect(findDateline(body)).toBeNull();
});

test("the label of a picture is no place", () => {
  expect(findDateline("SLOW BOAT: The ferry off Tarn. Image: IDA MOE\n\nIt stopped.")).toBeNull();
  expect(findDateline("ARNHAVN: The ferry has stopped.")?.dateline?.place).toBe("ARNHAVN");
});

test.each([
  // The brackets of an agency may hold the day, and stand behind one.
  ["TARN (Aug. 13) -- The harbour closed.", line("TARN", "Aug. 13", null)],
  [
    "TARN, NY - (Tarnwire) - September 25, 2024 - The harbour closed.",
    line("TARN, NY", null, null),
  ],
])("%s opens with a dateline", (lede, expected) => {
  const opening = findDateline(lede);
  expect(opening?.dateline).toEqual(expected);
  expect(lede.slice(opening?.end)).toBe("The harbour closed.");
});

test("a day with its year and a colon is no part of the story, a day alone heads it", () => {
  const told = "The harbour closed, and the boats that lay in it were towed to Lund.";
  const body = `April 23, 2004: ${told}`;
  expect(findDateline(body)?.end).toBe("April 23, 2004: ".length);
  expect(findDateline(`April 23: ${told}`)).toBeNull();
});

test("a town in small letters is a dateline where the story is set in it", () => {
  const lede = "Arnhavn – Several thousand fishermen stood before the harbour office on Tuesday.";
  const set = `${lede}\n\nNobody had seen so many boats in Arnhavn.`;
  expect(findDateline(set)?.dateline).toEqual(line("Arnhavn"));
  expect(findDateline(`${lede}\n\nArnhavn had never seen so many boats.`)).toBeNull();
  const day = "Monday – Several thousand fishermen stood before the harbour office and sang.";
  expect(findDateline(`${day}\n\nThe office was shut from Monday to Friday.`)).toBeNull();
});

const TALKS = "The talks on the new harbour and its ferries ended without a result on Monday.";

test.each([
  ["Port Arden: ", "A storm broke two bridges in Port Arden.", line("Port Arden")],
  ["Port Arden : ", "A storm broke two bridges near Port Arden.", line("Port Arden")],
  // Nobody says that the story is set there …
  ["Port Arden: ", "A storm broke two bridges.", null],
  // … and who speaks or what it is about is no place.
  ["Police: ", "It came from the Police in Tarn.", null],
  ["Harbour Talks: ", "There were no Harbour Talks in Tarn.", null],
  ["Coronavirus: ", "It is a fall in Coronavirus deaths.", null],
  ["Ann Field: ", "The talks, from Ann Field of Tarn, went on.", null],
])("a town in small letters before a colon, %j, where %j", (opening, more, expected) => {
  expect(findDateline(`${opening}${TALKS} ${more}`)?.dateline ?? null).toEqual(expected);
});

test("a column's name before a title is no town", () => {
  const body =
    "Harbour Watch: The Port Will Close This Week And Nobody Has Told The Crews About It Yet.\n\nMore in Harbour Watch.";
  expect(findDateline(body)).toBeNull();
});

test.each([
  ["OSLO ", "North Orvan leader Han Ri has met the crews of the port again.", true],
  ["LONDON ", "Irish players have met the crews of the port again in May.", false],
  ["ARNHAVN ", "North Orvan leader Han Ri has met the crews of the port again.", false],
  ["OSLO ", "Floods killed two men. The floods had come with the rain.", true],
  ["OSLO ", "Rangers defeated the crews of the port by three goals to one.", false],
])("a town in capitals before what no name begins with: %j before %j", (opening, story, is) => {
  const body = `${opening}${story} They left on Monday, and will be back soon.`;
  expect(findDateline(body)?.end ?? 0).toBe(is ? opening.length : 0);
});

test.each([
  ["Ann Field Facebook Twitter Email Print Save THE bridge has fallen into the sound.", 44],
  ["Facebook Twitter Email THE bridge has fallen into the sound.", 23],
  [
    `${"Crews look at the ferry in the sound. ".repeat(6)}Photo: IDA MOE\n\nOSLO (AP) - It sank.`,
    256,
  ],
  [`${"Crews look at the ferry in the sound. ".repeat(6)}\n\nOSLO (AP) - It sank.`, 0],
  ["Facebook and Twitter have sued the town of Tarn over a bridge.", 0],
  ["Facebook Twitter have sued the town of Tarn over a bridge, it said.", 0],
])("a page's buttons that run on into the story: %s", (body, end) =>
  expect(findDateline(body)?.end ?? 0).toBe(end));

test.each([
  ["OSLO ", "The council of the port and its crews met.", line("OSLO")],
  ["OSLO/LONDON ", "Two banks of the port have met their crews.", line("OSLO")],
  // A town that few know must be told of.
  ["ARNHAVN ", "The council met. It rained in Arnhavn.", line("ARNHAVN")],
  ["ARNHAVN ", "The council of the port and its crews met.", null],
  // Before a name it may be the head of it, and a lede may open in capitals.
  ["WASHINGTON ", "Ida Moe, the harbour master, has left it.", null],
  ["OSLO ", "United have met the crews of the port in Oslo.", null],
  ["OSLO ", "Mayor Ida Moe has met the crews of the port.", null],
  ["OSLO ", "crews have met the harbour master and left.", null],
  ["NOBODY ", "The council met. It rained in Arnhavn.", null],
])("a town in capitals with nothing behind it: %j before %j", (opening, story, expected) => {
  const body = `${opening}${story} They left on Monday, and will be back in May.`;
  const found = findDateline(body);
  expect(found?.dateline ?? null).toEqual(expected);
  if (expected !== null) expect(body.slice(found?.end)).toMatch(/^(?:The|Two) /u);
});

test("a town that everybody knows needs no other sign before the colon that opens a story", () => {
  expect(findDateline(`New Delhi : ${TALKS}`)?.dateline).toEqual(line("New Delhi"));
  expect(findDateline(`Port Arden: ${TALKS}`)).toBeNull();
  expect(findDateline(`The harbour closed.\n\nNew Delhi: ${TALKS}`)).toBeNull();
});

test("a semicolon behind an agency ends a dateline", () => {
  const body = "ARNHAVN (Tarn 1st); The harbour closed.";
  expect(findDateline(body)?.dateline).toEqual(line("ARNHAVN", null, "Tarn 1st"));
  expect(body.slice(findDateline(body)?.end)).toBe("The harbour closed.");
});
