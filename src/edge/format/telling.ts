/**
 * Stems of words that may speak of release, in the languages of the notices: far wider than any notice,
 * because it only says what is never left out to keep a list short.
 */
const STEMS = [
  "embarg|imbarg|hold|held|hfr|draft|releas|publi|status|\\bstate\\b|avail|expir|valid|access|visib|privat|pending|sched|until",
  "confiden|intern|unlist|hidden|review|approv|advance|adv\\d|before|after|not for|do not|don.?t|may be|password|kill|withdr|withh|cancel",
  "retract|disregard|delet|spike|lift|wait|live|(?<!up)date(?!line)|time|start|\\bend|urgent|moment|note|eds\\b|editor|instruct|use\\b|usage",
  "sperr|freig|frei ab|entwurf|veröff|vertraul|nicht|sous|diffus|brouillon|jusqu|avant|parution|confidentiel|retenir",
  "difus|difun|divulg|hasta|antes|borrador|reserv|até|rascunho|lanç|rilasc|bozza|fino al|diffond|riserv|pubblic",
  "vrij|vertrouw|verbod|concept|vrijgave|wacht|publik|szkic|do czasu|poufn|wstrzym|ambargo|taslak|yayı|gizli|kadar|bekle",
  "spär|utkast|julkais|sulud|klausul",
  "lawyer|legal|check\\b|subscri|member|client|premium|newsroom|staff|desk",
].join("|");
const STEM = new RegExp(`(?:${STEMS})`, "iu");
// What no stem above is written in: Cyrillic, Arabic, Devanagari, Chinese, Japanese, look-alikes, full width.
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]|[\uff01-\uff5e]/u;
// Reads: E M B A R G O, H-O-L-D
const SPACED = /(?<!\p{L})\p{L}(?:[ .\-_*·]{1,3}\p{L}(?!\p{L})){2}/u;
const NO_WIDTH = /[\u00ad\p{Cf}\p{Mn}]/gu;

/** Says whether words may speak of when or whether copy may be shown, so that they must reach whoever reads notices. */
export function isTelling(text: string): boolean {
  const plain = text.normalize("NFKD").replace(NO_WIDTH, "");
  return STEM.test(text) || STEM.test(plain) || OTHER_SCRIPT.test(text) || SPACED.test(plain);
}
