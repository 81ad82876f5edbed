const BE =
  "(?:['’]s|\\s(?:is|was|has been|had been|will be|would be|may be|might be|became|becomes|remains|remained))";
const ADVERBS = "(?:\\s(?:not|also|still|now|then|already|only|just|widely|\\p{Ll}+ly))*";
const TIME = "(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)";

const KINDS: readonly RegExp[] = [
  // It was raining. | It was dark when the train arrived. | It was a cold night.
  `${BE}${ADVERBS} (?:raining|snowing|hailing|drizzling|pouring|foggy|windy|dark|light|freezing|daylight|dawn|dusk|noon|midnight|an? (?:\\p{Ll}+ ){0,2}(?:night|day|morning|afternoon|evening))(?![\\p{L}’'-])`,
  "\\s(?:rained|snowed|hailed|drizzled|poured)\\b",
  // It is believed that … | It remains unclear whether … | It was no surprise that …
  `${BE}${ADVERBS} (?:believed|thought|understood|feared|known|unknown|learnt|learned|reported|alleged|claimed|said|hoped|expected|estimated|agreed|decided|likely|unlikely|possible|impossible|clear|unclear|true|certain|uncertain|no (?:surprise|secret|wonder|coincidence))(?: \\p{L}+){0,2} (?:that|whether|if|how|why|what|who|when|where)\\b`,
  "\\s(?:emerged|transpired|turned out|appears|appeared|seems|seemed|happened)(?: \\p{L}+){0,3} that\\b",
  `${BE}${ADVERBS} (?:too (?:early|soon)|difficult|hard|easy|impossible|possible|important) to (?:say|know|tell|see|predict|judge)\\b`,
  // It is the first time that … | It was another five hours before …
  `${BE}${ADVERBS}(?: the)? \\p{L}+ time (?:that|in|since|the|an?|\\p{Lu})`,
  `${BE}${ADVERBS} (?:[\\p{L}\\p{N}-]+ ){1,4}?${TIME} (?:before|since|after|until)\\b`,
  // It took the crews nine hours to put the fire out.
  `\\s(?:took|takes|will take|would take|has taken|had taken)\\b[^,.;]{0,60}\\b${TIME} (?:to|for|before)\\b`,
  // It was Ida Moe who raised the alarm. | It was not until Monday that …
  `\\s(?:is|was) (?:[\\p{L}’'-]+ ){1,5}who\\b`,
  `\\s(?:is|was) (?:on|in|at|only|not until) [^,.;]{2,40} (?:that|when)\\b`,
].map((behind) => new RegExp(`^["'“‘(]*it${behind}`, "iu"));

/**
 * Says whether the "it" that opens a sentence stands for nothing, so that the sentence stands alone:
 * of weather and time, before a clause that says what is so, before whom a sentence dwells on.
 */
export function opensWithNothing(text: string): boolean {
  return /^["'“‘(]*it\b/i.test(text) && KINDS.some((kind) => kind.test(text));
}
