import { expect, test } from "vitest";
import { isMarred } from "#core/brief/marred.ts";

const BODY =
  "Ida Moe runs the port. PortWatch was told of it, and PortWatch asked. Arden Blue - Fair Wind wrote.";

test.each([
  // Datelines, with every dash and in every form of a place.
  "PORT ARDEN, S.D. – People across the coast talk of it.",
  "Arden, NY — The council closed the port.",
  "Arden, N.Y. – The council closed the port.",
  "Arden, Sweden - The council closed the port.",
  "ARDEN—Nine boats have left the port.",
  "ARDEN ‒ Nine boats have left the port.",
  "ARDEN − Nine boats have left the port.",
  "ARDEN―Nine boats have left the port.",
  "ARDEN -- Nine boats have left the port.",
  "ARDEN- Nine boats have left the port.",
  "ARDEN ~ Nine boats have left the port.",
  "Arden - When the boats left, nobody stayed.",
  "Port Arden, Orvania, 8 May – The council closed the port.",
  "Arden/Lund (Tarnwire) – The council closed the port.",
  "NEW ARDEN: The council closed the port.",
  "(Reuters) - The council closed the port.",
  "Rio de Arden — The council closed the port.",
  // Words run together by a page.
  "The court heard Ida MoeIda Moe and her crew.",
  "The court heard Rep. Ida Moe Ida Moe on Monday.",
  "The boats left the harbourRead about it.",
  "The court heard MoeHarbour members on Monday.",
  "Rep. Ida Moe asks for a stay MORE (D-Tarn) and left.",
  "The boats left | Three crews call for help | Port shuts.",
  "The list is at https://tarn.example for all.",
  "The boats &amp; crews left the port.",
  "The boats <b>left</b> the port.",
  // A figure that stands elsewhere, and its legend.
  "Parts of the boat: (1) bridge, (2) hold, (3) galley.",
  "The figure below, from last year, plots the catch.",
  "The accompanying chart shows how the catch fell.",
  "This graph compares the catch of two ports.",
  "Figure 2 shows that the catch fell.",
  "The catch fell in May (see table).",
  "The catch fell in May, as shown below.",
  "Here’s the latest count of boats in the port.",
  "Here are the boats that left the port.",
  "Loma’s mission is to provide real-time solutions for hospitals.",
  "Clockwise from top: a boat, a net and an oar.",
  "Lamps could burn for free (see “Lamps of the North”), but the oil would not.",
  "The price of rope fell (read: 'Rope and Rust'), the port said.",
])("%s is not fit to be printed", (text) => {
  expect(isMarred(text, `${BODY} ${text}`)).toBe(true);
});

test.each([
  "The council closed the port — a blow to nine crews.",
  "Two crews -- Moe's and Lee's -- left the port.",
  "Zero catch isn’t new — Tarn has had it before.",
  "Arden Blue - Fair Wind has asked for a stay.",
  "Nine boats left the port: Moe's was the first.",
  "The PortWatch crew left the port with McAvoy and LeBrun.",
  "It bought SeaHarvest for nine million crowns.",
  "The boats left (1) for want of fish.",
  "The probe’s mission is to study the ice of two moons.",
  "Figures below the average are rare in the port.",
  "The table of the council was sold for nine crowns.",
  "Photos of the boats were shown to the court.",
  "A hole was found below the deck.",
  "Temperatures fell below the average in May.",
  "The Moe Moe bridge was closed.",
  "He hit 7-6 (7) and 7-6 (0) in the port.",
  "Here and there boats still leave the port.",
])("%s may be printed", (text) => {
  expect(isMarred(text, `${BODY} ${text}`)).toBe(false);
});

test("a sub-head in capitals that ran on into its sentence mars it; a lede may open so", () => {
  const text = "SET UP AN ALERT Banks offer one to all crews.";
  expect(isMarred(text, `${BODY} ${text}`)).toBe(true);
  expect(isMarred(text, `${text} ${BODY}`)).toBe(false);
  const names = "TARN FM Radio told all crews of it.";
  expect(isMarred(names, `${BODY} ${names}`)).toBe(false);
});

test("what someone speaks of must have been told by that word", () => {
  const text = "Ida Moe said the purchase, made by loan, would help the port.";
  expect(isMarred(text, `The port got nine boats. ${text}`)).toBe(true);
  expect(isMarred(text, `The purchase of nine boats is done. ${text}`)).toBe(false);
  const own = "Ida Moe said the purchase of nine boats would help the port.";
  expect(isMarred(own, `The port got nine boats. ${own}`)).toBe(false);
});
