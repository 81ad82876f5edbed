/** What can become of a matter. */
interface Turn {
  /** Words that tell it. */
  readonly tells: RegExp;
  /** Who has read one of these knows it: whoever is charged has been arrested. */
  readonly known: RegExp;
}

/** Each by the words that any copy has for it, and by others that readers know it by. */
const TURNS: readonly Turn[] = (
  [
    [
      "arrest\\p{L}*|custody|detain\\p{L}*|apprehended|captured|surrender\\p{L}*|turned (?:himself|herself|themselves) in|nabbed|booked",
      "charged|indict\\p{L}*|arraign\\p{L}*|jailed|in jail|behind bars",
    ],
    [
      "(?<!\\b(?:in|took|takes?) )charg(?:e|es|ed|ing)|indict\\p{L}*|arraign\\p{L}*|faces? \\p{L}+ counts?",
    ],
    [
      "accused of|accuses",
      "suspected|suspects?|alleged(?:ly)?|accused|charg(?:ed|es)|indict\\p{L}*|arraign\\p{L}*|arrested",
    ],
    [
      "died|dies|dying|deaths?|dead|kill\\p{L}*|fatal\\p{L}*|pronounced|succumbed|deceased|homicides?|murder\\p{L}*|slain|drowned|perished|pass(?:ed|es) away|lost (?:his|her|their) li(?:fe|ves)",
    ],
    [
      "sentenc(?:es|ed|ing)|convict(?:s|ed)(?! felons?\\b)|guilty|acquitt\\p{L}*|verdict|plead(?:s|ed)? no contest|pled",
      "convict\\p{L}*|plead(?:s|ed)?",
    ],
    ["resign\\p{L}*|step(?:s|ped|ping)? down|quits?|sacked|dismissed|fired (?:by|from)|ousted"],
    ["appoint\\p{L}*|elect(?:ed|s|ion)|sworn in|named (?:as )?(?:the|its|his|her|new)|successor"],
    // "deaths passed 50,000", "their endorsements": no decision; and who has read of a deal, or of a suit thrown out, knows it.
    [
      "approv(?:es?|ed|al)|ratif(?:y|ies|ied|ication)|vetoe[ds]|reject(?:s|ed|ion)|passed(?! (?:away|out|\\d|the \\d))|endorse[ds]?",
      "agree\\p{L}*|deals?|accept\\p{L}*|adopt\\p{L}*|authori[sz]\\p{L}*|cleared|dismiss\\p{L}*|(?:throws?|threw|thrown) out|den(?:y|ies|ied)|refus\\p{L}*|turn(?:s|ed) down|(?:strikes|struck) down",
    ],
    ["rescu\\p{L}*|found alive|freed|ransom|reunited", "releas\\p{L}*|set free"],
    ["reopen\\p{L}*|opens? again|resum\\p{L}*|restored|rolled (?:\\p{L}+ ){1,4}again"],
    // "asked them to suspend their plans": nobody has yet.
    [
      "(?<!\\bto )(?:call(?:ed|s|ing)? off|cancel\\p{L}*|postpon\\p{L}*|scrapped|withdr[ae]w\\p{L}*|suspend\\p{L}*)",
      "suspension|expel\\p{L}*|halt(?:s|ed|ing)?|delay\\p{L}*|put off|paus(?:es|ed|ing)|ban(?:s|ned)|abandon\\p{L}*",
    ],
    ["evacuat\\p{L}*|(?:told|ordered|asked|advised|forced) to (?:leave|flee)|fled"],
    [
      "(?:was|were|is|been) (?:\\p{L}+ly )?(?:caused|triggered) by|(?:as the|was the|is the|its) cause|blam\\p{L}*|started (?:the|a)",
      "caused by|the cause|triggered by",
    ],
    ["su(?:ed|es|ing)(?! for peace)|lawsuits?|appeal(?:ed|s)? (?:against|to)"],
  ] as const
).map(([tells, known]) => ({
  tells: wordsOf(tells),
  known: wordsOf(known === undefined ? tells : `${tells}|${known}`),
}));

function wordsOf(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}’'-])(?:${words})(?![\\p{L}])`, "iu");
}

// "were both rescued but later died": of whom readers know as dead
const LOST = wordsOf("died|dead|killed");
const SAVED = wordsOf("rescu\\p{L}*|freed|reunited");
// "No arrests have been made", "a reward for tips that lead to an arrest and conviction"
const NOT_YET =
  /\b(?:no (?:\p{L}+ )?(?:arrests?|charges|suspects?)|lead(?:s|ing)? to (?:an?|the) (?:arrest|indictment|conviction|identification)(?:(?:,| and|,? and\/or|,? or) (?:the )?(?:arrest|indictment|conviction|prosecution))*|(?:not|n['’]t) (?:yet )?(?:been |made )?(?:an(?:y)? )?(?:arrest(?:s|ed)?|charged))(?!\p{L})/giu;

/**
 * Says whether a sentence tells a turn that none of the known texts has a word for, however much else of it readers
 * know. Where a text says that it has not come, nobody knows it from there.
 */
export function isTurn(sentence: string, known: readonly string[]): boolean {
  const texts = known.map((text) => text.replace(NOT_YET, ""));
  return TURNS.some(({ tells, known: words }) => {
    if (!tells.test(sentence) || texts.some((text) => words.test(text))) return false;
    return !(LOST.test(sentence) && SAVED.test(tells.exec(sentence)?.[0] ?? ""));
  });
}
