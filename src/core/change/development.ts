/**
 * What can become of a matter, by the words that any copy has for it: where none of them stands in what
 * readers know, a sentence that has one tells a turn of the story, however much else of it they know.
 */
const TURNS: readonly RegExp[] = [
  "arrest\\p{L}*|custody|detain\\p{L}*|apprehended|captured|surrender\\p{L}*|turned (?:himself|herself|themselves) in|nabbed|booked",
  "charg(?:e|es|ed|ing)|indict\\p{L}*|arraign\\p{L}*|accused of|accuses|faces? \\p{L}+ counts?",
  "died|dies|dying|deaths?|dead|kill\\p{L}*|fatal\\p{L}*|pronounced|succumbed|deceased|homicides?|murder\\p{L}*|slain|drowned|perished|lost (?:his|her|their) li(?:fe|ves)",
  "sentenc\\p{L}*|convict\\p{L}*|guilty|acquitt\\p{L}*|verdict|plead\\p{L}*|pled",
  "resign\\p{L}*|step(?:s|ped|ping)? down|quits?|sacked|dismissed|fired (?:by|from)|ousted",
  "appoint\\p{L}*|elect(?:ed|s|ion)|sworn in|named (?:as )?(?:the|its|his|her|new)|successor",
  "approv\\p{L}*|ratif\\p{L}*|vetoed|reject\\p{L}*|passed|endors\\p{L}*",
  "rescu\\p{L}*|found alive|freed|ransom|reunited",
  "reopen\\p{L}*|opens? again|resum\\p{L}*|restored|rolled (?:\\p{L}+ ){1,4}again",
  "call(?:ed|s|ing)? off|cancel\\p{L}*|postpon\\p{L}*|scrapped|withdr[ae]w\\p{L}*|suspend\\p{L}*",
  "evacuat\\p{L}*|(?:told|ordered|asked|advised|forced) to (?:leave|flee)|fled",
  "caused by|(?:the|as the|its) cause|blam\\p{L}*|triggered by|started (?:the|a)",
  "su(?:ed|es|ing)|lawsuits?|appeal(?:ed|s)? (?:against|to)",
].map((words) => new RegExp(`(?<![\\p{L}’'-])(?:${words})(?![\\p{L}])`, "iu"));

/** Says whether a sentence tells a turn that none of the known texts has a word for. */
export function isTurn(sentence: string, known: readonly string[]): boolean {
  return TURNS.some((turn) => turn.test(sentence) && !known.some((text) => turn.test(text)));
}
