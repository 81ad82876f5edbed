const map = (words: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    words
      .trim()
      .split(/\s+/u)
      .map((pair) => {
        const [long = "", ...short] = pair.split(/[:,]/u);
        return [long, short] as const;
      }),
  );

/** Short given names that are not the first letters of the long one. */
const SHORT = map(`
  robert:bob,bobby,rob william:bill,billy,liam richard:dick,rick michael:mike,mick james:jim,jimmy
  joseph:joe thomas:tom,tommy anthony:tony edward:ted,ned theodore:ted,teddy john:jack,johnny elizabeth:liz,beth,betty
  margaret:maggie,peggy katherine:kate,kathy catherine:kate,cathy charles:chuck,charlie andrew:andy,drew
  henry:harry,hank lawrence:larry stephen:steve steven:steve
`);
/** Family names of China, Korea and Viet Nam, which stand before the given name: Wang Yi, Yoon Suk Yeol. */
const FAMILIES: ReadonlySet<string> = new Set(
  `kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song hong moon yang bae
  baek xi li wang zhang liu chen huang zhao wu zhou xu sun ma zhu hu guo lin gao luo zheng liang xie tang deng cao peng
  zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao nguyen tran pham hoang phan vu dang
  bui ngo duong`.split(/\s+/u),
);
const INITIAL = /^\p{L}\.$/u;
const LONGEST_GIVEN = 12;

/** What someone of a given name may be called by its first letters: Brad of Bradley. */
export function shortForms(given: string): readonly string[] {
  const short: string[] = [];
  if (given.length > LONGEST_GIVEN) return short;
  for (let size = 3; size < given.length; size += 1) short.push(given.slice(0, size));
  return short;
}

/** "Wang Yi", "Yoon Suk Yeol": "Wang said" may mean him, whoever else is a Wang. */
export function isFamilyAhead(words: readonly string[]): boolean {
  return words.length > 1 && words.length < 4 && FAMILIES.has(words[0] ?? "");
}

function isOneGiven(one: string, other: string): boolean {
  if (INITIAL.test(one) || INITIAL.test(other)) return one.charAt(0) === other.charAt(0);
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (short.length > 2 && long.startsWith(short)) || SHORT.get(long)?.includes(short) === true;
}

/** Two forms of one name: "Joe Biden", "Joseph R. Biden"; but not "Hillary" and "Bill Clinton". */
export function isVariant(known: readonly string[], words: readonly string[]): boolean {
  if (known.length < 2 || foldName(known.at(-1) ?? "") !== foldName(words.at(-1) ?? ""))
    return false;
  const first = known[0] ?? "";
  const other = words[0] ?? "";
  if (first === other || isOneGiven(first, other)) return true;
  return known.every((word) => words.includes(word)) || words.every((word) => known.includes(word));
}

/** A name as it is written where its marks are not at hand: Müller, Mueller and Muller are one. */
export function foldName(lower: string): string {
  if (!/[aou]e|\P{ASCII}/u.test(lower)) return lower;
  return lower
    .replace(/(?<=\p{L}\p{L}?)([aou])e(?=\p{L}{2})/gu, "$1")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ø", "o")
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l");
}
