import { findWords } from "#core/text/words.ts";

/** Words of news that tell the same thing, a line for each; what only resembles another stands in none. */
const SAME = `
die dies died dead death deaths kills killed killing slain perished deceased fatal fatally
praise praises praised commend commends commended laud lauds lauded hail hails hailed applaud applauded
want lack shortage paucity scarcity
attack attacks attacked assault assaults assaulted
attacker attackers assailant assailants
fire fires blaze blazes wildfire wildfires bushfire bushfires inferno
child children kid kids newborn newborns baby babies infant infants
soldier soldiers troop troops
police policeman policemen officer officers cops
postpone postpones postponed
begin begins began begun start starts started launch launched
win wins won beat beats beaten defeat defeats defeated
arrest arrests arrested detain detains detained
injure injured injuries injury wound wounds wounded hurt
rise rises rose risen increase increases increased
fall falls fell fallen drop drops dropped decline declines declined
buy buys bought acquire acquires acquired purchase purchases purchased
sack sacked dismiss dismissed
resign resigns resigned quit quits
`;

const MATTERS: ReadonlyMap<string, string> = new Map(
  SAME.trim()
    .split("\n")
    .flatMap((line) => {
      const keys = findWords(line).map(({ key }) => key);
      return keys.map((key) => [key, keys[0] ?? key] as const);
    }),
);

/** The key that a word shares with those that tell the same: `commend` has the one of `praise`. */
export function matterOf(key: string): string {
  return MATTERS.get(key) ?? key;
}
