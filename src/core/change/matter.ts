/** Crimes of which a report on another one tells beside it: what else a suspect or his kin are charged with. */
const MATTERS: readonly RegExp[] = [
  /\b(?:heroin|cocaine|fentanyl|marijuana|cannabis|methamphetamine|opioids?|narcotics?|drugs?|(?:drug )?deal(?:ing|ers?)|controlled substances?|pills)\b/iu,
  /\b(?:fraud\p{L}*|embezzl\p{L}*|forg(?:ery|ed|ing)|launder\p{L}*|counterfeit\p{L}*|tax evasion|shoplift\p{L}*|larceny|theft)\b/iu,
  /\b(?:drunken? driving|driving (?:under|while|without)|dui|dwi|suspended licen[cs]e)\b/iu,
  /\b(?:hindering|harbou?ring|obstruct\p{L}*|perjury|false (?:statements?|reports?)|tampering)\b/iu,
];
const HARM =
  /\b(?:kill\p{L}*|murder\p{L}*|homicides?|manslaughter|shot|shoot\p{L}*|stabb\p{L}*|assault\p{L}*|robber\p{L}*|robb\p{L}*|rap(?:e|ed|ing)|kidnap\p{L}*|abduct\p{L}*|arson|injur\p{L}*|wound\p{L}*|death|died|dead|crash\p{L}*)\b/iu;

/**
 * Says whether what a report tells of somebody is a crime of another matter than its headline's: named bare under a headline on
 * a killing, who is charged with dealing is taken for the killer.
 * @param told what stands behind the name
 */
export function isOfOtherMatter(told: string, headline: string): boolean {
  if (HARM.test(told)) return false;
  return MATTERS.some((matter) => matter.test(told) && !matter.test(headline));
}
