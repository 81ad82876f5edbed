const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** What stands before a hyphen of its own: "well-known", "twenty-one", "non-profit". */
const HEADS = words(
  `all anti back bi by close co cold counter cross deep double drop e early east eight eighteen eighty eleven ex far fifteen fifty fifth
  first five follow forty four fourth free front full go good half hard head heavy high home ill in inter joint kick large last late law left
  light like long low man mid middle mini mother multi neo never new nine nineteen ninety no non north off old on one open out over own part
  pan past peace post pre pro public quasi run second self semi set seven seventeen seventy short single six sixteen sixty so south star
  still sub super ten then third thirteen thirty three time top trans twelve twenty two ultra under up vice war warm water well west
  wide work world year x`,
);
/** What stands behind one: "three-year", "London-based", "check-in". */
const TAILS = words(
  `aged and away based bound built by called class day days down east edge elect ended facing fold foot for free friendly general goer going
  handed haul headed hour hours hundred in known largest law led level lived long looking made mail man mile minute month north off
  old on one only or out over owned page party people per person point proof quality range rate related rich right round run running scale
  seven sized sixth south speed spoken standing start state step storey story style term terrorism the third three tier time to top trained
  two type up value week weight west wide wing winner winning winded worn year years`,
);
// What no word begins with, so that it goes on one: "govern-|ment", "presi-|dent".
const ENDINGS =
  /^(?:ment|ments|tion|tions|sion|sions|ing|ings|ed|ly|ness|able|ible|ity|ities|ous|ive|tive|sive|ance|ence|ists?|isms?|ers?|ors?|est|ary|ery|ory|cial|tial|ship|ful|less|ture|sure|dent|dents|nent|cent|ployed|ployees?|lic|tic|cal|nal|ual|bers?|ters?|ders?|ners?|gers?|vers?|mer|ple|ble|tle|gle|dle)\b/u;

/**
 * Says whether a hyphen at the end of a line only parts one word there. The text's own words tell;
 * where they don't, the shape of the two halves: "em-|ployed" is one, "well-|known" is not.
 */
export function isParted(head: string, tail: string, known: ReadonlySet<string>): boolean {
  const [before, behind] = [head.toLowerCase(), tail.toLowerCase()];
  const isOne = known.has(`${before}${behind}`);
  const isTwo = known.has(`${before}-${behind}`);
  if (isOne || isTwo) return isOne && !isTwo;
  // "Anglo-|Saxon", "U-|turn": a capital begins a name.
  if (head.length < 2 || HEADS.has(before) || TAILS.has(behind)) return false;
  // "re-|elect", "re-|enter" need it; "re-|pair" does not.
  if (before === "re") return !/^e/u.test(behind);
  return before.length <= 3 || ENDINGS.test(behind);
}
