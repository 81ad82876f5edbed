import { findWords } from "./words.ts";

/**
 * What may happen, each in the words that reports use for it: one line, one kind of event. Of those with a mark each is one
 * incident, at its place and time, and what comes of it in court; elections, budgets and matches go on, and one speaks of another.
 */
const HAPPENINGS = `
  ! airstrike shelling shelled missile missiles rocket rockets bombing bombed bombardment bomb bombs drone drones warplane warplanes jets
  ! shooting shot shots gunfire gunman gunmen gunshot opened-fire shooter
  ! stabbing stabbed knife knifed stab
  ! fire blaze flames burned burnt inferno firefighters firefighter arson wildfire
  ! explosion blast exploded explodes explosive detonated methane
  ! crash crashed collision collided collides crashes overturned rammed wreck
  ! derailment derailed derails train wagons
  ! earthquake quake tremor aftershock magnitude epicentre epicenter
  ! flood floods flooding flooded floodwater cloudburst deluge inundated
  ! landslide mudslide landslip boulders
  ! storm hurricane typhoon cyclone gales tornado winds gusts blizzard
  ! robbery robbed robber robbers burglary burglars burglar stolen theft thieves stole loot looted
  ! arrest arrested detained custody apprehended handcuffs
  ! charged indicted arraigned charges indictment
  ! trial jury testified testimony pleaded denies defendant
  ! sentence sentenced jailed prison imprisonment
  ! convicted guilty verdict acquitted convicts
  ruling ruled judges court constitutional overturned struck
  election vote votes voters ballot polls polling by-election seat turnout majority
  resign resigned resignation quits quit stepped-down steps-down
  appoint appointed named nominated nomination appoints
  protest protesters march marched demonstrators demonstration rally rallied
  walkout strike dockers union pickets stoppage industrial-action
  merger takeover acquire acquisition buy buys bid offer
  profit profits revenue earnings quarter quarterly sales
  shares index stocks traders market close closed
  interest-rate rates rate hike bank borrowing policymakers inflation
  layoffs redundancies jobs job-cuts cut
  budget tax taxes duty spending
  bill law legislation parliament assembly lawmakers senate
  match goal goals penalty league striker beat defeat drew win kick
  signed signs transfer contract
  wicket wickets overs innings batsman bowled
  ! missing disappeared search last-seen
  ! drowned drowning drowns
  outbreak cholera virus infection cases disease ill sickened
  recall recalled recalls recalling
  ! kidnapped abducted hostage hostages kidnapping freed released
  ! rescue rescued rescuers plucked survivors
  died dies obituary mourns tributes funeral
  launch launched rocket orbit satellite liftoff
  ! collapse collapsed collapses gave-way
  truce ceasefire peace-deal accord
  sanctions sanctioned freeze frozen
  hack hackers hacked ransomware cyber
  ! escape escaped jailbreak inmates fugitives prisoners
  plane aircraft jet airliner runway flight
  ! seized cocaine heroin drugs narcotics trafficking
  ! assault assaulted rape raped attacked beating
  ! hit-and-run pedestrian struck driver
  ! sank sinks sinking sunk capsized capsizes capsize aground shipwreck`;

const INCIDENT = "! ";
const LINES = HAPPENINGS.trim().split("\n");
const INCIDENTS: ReadonlySet<string> = new Set(
  LINES.flatMap((line, kind) => (line.trim().startsWith(INCIDENT) ? [keyOf(kind)] : [])),
);
const KINDS: ReadonlyMap<string, readonly number[]> = kindsOf();

function kindsOf(): ReadonlyMap<string, readonly number[]> {
  const kinds = new Map<string, number[]>();
  for (const [kind, line] of LINES.entries())
    for (const { key } of findWords(line)) kinds.set(key, [...(kinds.get(key) ?? []), kind]);
  return kinds;
}

/** The kinds of events that keys of words speak of, as keys: `~3`. */
export function happeningsIn(keys: Iterable<string>): readonly string[] {
  const found = new Set<number>();
  for (const key of keys) for (const kind of KINDS.get(key) ?? []) found.add(kind);
  return [...found].map(keyOf);
}

/** Those of them that are incidents. */
export function incidentsIn(keys: Iterable<string>): readonly string[] {
  return happeningsIn(keys).filter((kind) => INCIDENTS.has(kind));
}

function keyOf(kind: number): string {
  return `~${kind}`;
}
