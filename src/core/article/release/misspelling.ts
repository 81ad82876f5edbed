/** Words of notices that desks misspell, with the words of news that are as near to them. */
const WORDS =
  "embargo embargoed embargos sperrfrist release publication broadcast confidential january february september october november december wednesday thursday saturday".split(
    " ",
  );
const TRUE_WORDS = new Set(
  "embark embarks embarked embarking embarrass releases released relapse republication publications broadcasts broadcaster embargoes ambargo embarga embargi embargado embargada publicacion publikation confidencial confidentiel confidenziale septembre novembre decembre novembro dezembro noviembre diciembre setembro septiembre dezember oktober dezembre januari februari januar februar".split(
    " ",
  ),
);
const SMALL_WORDS: Readonly<Record<string, string>> = {
  ...{
    unitl: "until",
    untill: "until",
    untli: "until",
    utnil: "until",
    befroe: "before",
    beofre: "before",
    wensday: "wednesday",
    wednsday: "wednesday",
    tuesady: "tuesday",
    firday: "friday",
    decmber: "december",
  },
};
const MOST_EDITS = 1;
/** A longer line is prose, whose words are its own. */
const LONGEST_LINE = 400;

/** Mends the misspelt keywords of a short line; of prose, those alone that look like "embargo". Letters keep their case. */
export function spelledRight(line: string, isProse: boolean): string {
  if (isProse) return line.replace(/(?<!\p{L})(?:em|me|eb|im)\p{L}{4,10}/giu, mended);
  return line.length > LONGEST_LINE ? line : line.replace(/\p{L}[\p{L}\p{N}]{4,13}/gu, mended);
}

function mended(word: string): string {
  const small = word.toLowerCase();
  const right = SMALL_WORDS[small] ?? (TRUE_WORDS.has(small) ? undefined : nearest(small));
  if (right === undefined || right === small) return word;
  return word === small ? right : /\p{Ll}/u.test(word) ? right : right.toUpperCase();
}

function nearest(word: string): string | undefined {
  if (word.length < 6) return undefined;
  return WORDS.find(
    (right) => Math.abs(right.length - word.length) <= MOST_EDITS && isNear(word, right),
  );
}

/** One letter more, less or other, or two that changed places (Damerau 1964: four of five misspellings). */
function isNear(word: string, right: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === right[start]) start += 1;
  let [end, other] = [word.length, right.length];
  while (end > start && other > start && word[end - 1] === right[other - 1]) {
    end -= 1;
    other -= 1;
  }
  const [left, leftRight] = [word.slice(start, end), right.slice(start, other)];
  if (left.length <= 1 && leftRight.length <= 1) return true;
  return (
    left.length === 2 &&
    leftRight.length === 2 &&
    left[0] === leftRight[1] &&
    left[1] === leftRight[0]
  );
}
