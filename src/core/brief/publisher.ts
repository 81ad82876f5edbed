// What parts a headline from who published it; dashes also part it from who said it.
const BAR = /^(?:\||::|«|»|·|•)$/u;
const SEPARATOR = /\s(?<mark>\||::|«|»|·|•|[–—-])\s+/gu;
/** Words that names of newspapers, stations and agencies end in. */
const MEDIA =
  /(?:^|\s)(?:News|Times|Post|Gazette|Herald|Tribune|Journal|Chronicle|Telegraph|Guardian|Observer|Independent|Mail|Express|Mirror|Star|Sun|Standard|Courier|Examiner|Inquirer|Enquirer|Register|Bulletin|Dispatch|Advertiser|Argus|Echo|Globe|Ledger|Monitor|Sentinel|Reporter|Press|Today|Magazine|Radio|Television|Broadcasting|Online|Newswire|Newspaper|Nation|Daily|Weekly)$/u;
const ADDRESS = /^[\p{L}\d-]+\.(?:com|org|net|co\.\p{L}{2}|info|tv|fm|\p{L}{2})$/iu;
const FEWEST_WORDS = 3;
const MOST_PARTS = 3;

/**
 * Takes off who published it: "Harbour closes | Tarn Daily News". Behind a dash may stand who said
 * it ("Bank is sound – Adeyo", "Minister quits – Tarn Mail"): there only the article's own source
 * goes, or the name of a newspaper that the article does not speak of.
 */
export function withoutPublisher(headline: string, source: string | null, body: string): string {
  let text = headline;
  for (let count = 0; count < MOST_PARTS; count += 1) {
    const last = Array.from(text.matchAll(SEPARATOR)).at(-1);
    if (last === undefined) return text;
    const [before, behind] = [
      text.slice(0, last.index).trim(),
      text.slice(last.index + last[0].length).trim(),
    ];
    const isBar = BAR.test(last.groups?.mark ?? "");
    if (!isPublisher(behind, isBar, { source, body, before })) return text;
    text = before;
  }
  return text;
}

interface Known {
  readonly source: string | null;
  readonly body: string;
  readonly before: string;
}

function isPublisher(name: string, isBar: boolean, { source, body, before }: Known): boolean {
  if (source !== null && plain(name) === plain(source)) return true;
  const words = name.split(/\s+/u);
  if (words.length > 5 || before.split(/\s+/u).length < FEWEST_WORDS) return false;
  if (ADDRESS.test(name)) return true;
  const isName = words.every((word) => /^(?:[\p{Lu}\d&]|of$|and$|the$|for$)/u.test(word));
  if (isBar) return isName;
  const bare = name.replace(/^The /u, "");
  return isName && words.length > 1 && MEDIA.test(name) && !body.includes(bare);
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s|\.(?:com|org|net|co\.\p{L}{2})$/gu, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
