const SUBORDINATE =
  /^(?:with|when|if|as|after|before|while|since|although|though|because|in|on|at|for|during|despite|following|outside|among|under|by|from|inside|like|unlike|amid|once|whether|to|\p{Lu}?\p{Ll}+ing)\b/iu;
const APART =
  /^(?:who|which|whose|where|whom|including|(?:some|many|most|all|several|one|two) (?:of )?(?:who|whom|which)\b|\p{Ll}+(?:ed|ing|en|wn|nd|ught)\b)/u;
const MAIN_VERB =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|says|said|died|fell|won|lost|fled|rose|hit|cut|set|met|made|took|came|went|became|began|left|found|got|gave|led|held|paid|put|ran|saw|sent|sold|spoke|shot|stood|struck|swept|told|threw|wrote|faces|plans|wants|\p{Ll}{2,}ed)\b(?! by\b)/u;

/** Says whether some clause that doesn't hang on another has its verb; no sure sign of one counts as none. */
export function hasMainVerb(text: string): boolean {
  const [first = "", ...rest] = text.split(/, /u);
  const parts = rest.filter((part) => !APART.test(part));
  return MAIN_VERB.test((SUBORDINATE.test(first) ? parts : [first, ...parts]).join(", "));
}
