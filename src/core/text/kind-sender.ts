/** A line that a sender puts below its text, or none that a report has. */
export type SenderSign = "about the sender" | "contact" | "forward-looking" | "sender" | "end";

const ABOUT =
  /^A(?:bout|BOUT) (?:the |The |THE )?(?!(?:A(?:uthor|UTHOR)|W(?:riter|RITER)|R(?:eporter|EPORTER))[sS]?\b)\p{Lu}[^.!?]{1,60}$/u;
const CONTACT =
  /^\W*(?:(?:media|press|investor|news) (?:contacts?|enquiries|inquiries|relations|office)|contacts?(?: information)?\s?:|for (?:media|press|further|more) (?:enquiries|inquiries|information)\b)|\b(?:media|press) (?:contact|office)\b/i;
const FORWARD = /\bforward[- ]looking statements?\b|\bnothing in this (?:announcement|release)\b/i;
const SENDER = /^SOURCE:? \p{Lu}|^authorised by\b/iu;
const END = /^(?=.{1,60}$)\W*(?:#\s?#\s?#|-?\s?ends?\s?-?|notes? to editors\b)\W*$/i;
const LAST_LINES = 12;

const SIGNS: readonly (readonly [SenderSign, RegExp])[] = [
  ["about the sender", ABOUT],
  ["contact", CONTACT],
  ["forward-looking", FORWARD],
  ["sender", SENDER],
  ["end", END],
];

/** The lines of a sender's own matter that stand at the end of a text. */
export function signsOfSender(lines: readonly string[]): readonly SenderSign[] {
  const last = lines.slice(-LAST_LINES);
  return SIGNS.flatMap(([sign, pattern]) =>
    last.some((line) => pattern.test(line)) ? [sign] : [],
  );
}
