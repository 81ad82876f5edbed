const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/**
 * Words that an -s makes another word of, or a name that is no form of theirs: "news/new" is short, "goods/good",
 * "Rogers/Roger", "the works/work". They have no form in -s, and what is its form has none but itself.
 */
export const NO_PLURAL = set(`
  good mean custom content common work premise proceed remain moral glass spectacle blue green black white
  brown grey gray second quarter corp serie specie economic athletic classic physic ethic politic mathematic
  their your other like less thank lesson
  beside toward afterward backward forward upward downward alway perhap sometime overall
  jone jame charle hughe gile hopkin collin jenkin perkin watkin robbin cumming hasting jenning rawling
  reynold holme barne byrne wale athen brussel texa kansa
  william robert edward peter steven andrew daniel michael richard adam evan owen phillip philip roger matthew
  jacob abraham samuel walter david martin simon john allan saunder sander myer meyer stephen edmund griffith
  humphrey davie davy jane kate lloyd nick gate wood brook
  france turkey jersey queen angele spur march indie allie jean rapid stable sober
`);

/** Nouns that end in a vowel other than -e and -y: names end so, too, and an -s makes others of them ("Marco/Marcos"). */
export const VOWEL_NOUNS = set(`
  agenda arena area bacteria banana camera cinema data diploma dilemma drama fiesta formula gala guerrilla idea
  insignia mafia manga mania marina militia orchestra panda panorama pizza plaza propaganda quota replica saga
  sauna sea stamina stigma trauma umbrella utopia vagina veranda villa visa vista
  avocado bistro buffalo casino cargo commando concerto desperado domino echo embargo euro fiasco ghetto halo
  hero hippo inferno innuendo kilo limo logo mango manifesto memo memento mosquito motto peso photo piano
  portfolio potato radio ratio rhino rodeo rondo scenario silo solo studio stiletto tango tattoo tempo
  tobacco tomato tornado torpedo torso turbo tuxedo veto video virtuoso volcano weirdo zero
  afghani bangladeshi emirati houthi iraqi israeli kuwaiti nazi omani pakistani punjabi qatari saudi somali
  taxi yemeni alibi bikini broccoli khaki safari tsunami uzi
  guru menu haiku emu tofu
`);

/**
 * Verbs that mean the same in each of their forms, and as a noun where they are one: "kill/killed/killing". Others are
 * left out, for what they do is no more what the noun is: "train/training", "fire/fired", "land/landed", "state/stated".
 */
export const VERBS = set(`
  abandon abduct abolish abuse accuse acquit adopt ambush annex announce appoint approve arrest assassinate assault
  attack bankrupt behead besiege betray blackmail blast bomb bombard boycott breach bribe bury
  cancel capsize capture celebrate censor clash coerce collapse collide condemn confess confirm confiscate convict
  crash criticise criticize damage declare decline defeat delay demand demolish demonstrate denounce deny
  deploy deport destroy detain devalue dismantle dismiss disqualify dissolve disrupt divorce drown
  eject elect embezzle endorse erupt escape evacuate evict execute exonerate expel explode exploit export expose
  extort extradite flood gamble grieve hack halt harass hijack humiliate impeach import impose imprison incite
  indict infect inflate injure inspect intercept interrogate intimidate invade investigate jail join kidnap kill
  launch leak lobby loot massacre merge mourn murder mutilate nationalise nationalize negotiate nominate
  oppose overturn pardon perish persecute pledge plunge poison postpone privatise privatize promise protest
  prosecute punish quarantine raid ransack rape ratify reject recover refuse reinstate release remove renounce
  reopen repair repeal rescue resign restore retire retaliate reunite revoke riot sabotage
  sanction seize slaughter smuggle soar stab starve strangle surge surrender survive suspend
  terrorise terrorize threaten torture trespass tumble urge vaccinate vandalise vandalize veto violate vote
  warn wound
`);

/** Of what no rule makes. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["child", "children"],
  ["grandchild", "grandchildren"],
  ["wife", "wives"],
  ["midwife", "midwives"],
  ["housewife", "housewives"],
  ["knife", "knives"],
  ["thief", "thieves"],
  ["wolf", "wolves"],
  ["shelf", "shelves"],
]);
