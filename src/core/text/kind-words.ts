/** What a word does in a sentence, as far as it tells what kind of text it stands in. */
export const DOES = {
  /** "I", "my": the writer. */
  first: 1,
  we: 2,
  /** The reader. */
  second: 4,
  /** "should", "must": what ought to be. */
  ought: 8,
  /** Praises, as reviewers and senders do. */
  praise: 16,
  /** Blames, as reviewers and campaigners do. */
  blame: 32,
  /** "surely", "alas": how the writer takes it. */
  stance: 64,
  /** "nobody", "often", "seldom": what holds of all. */
  general: 128,
  /** "very", "too", "even", "utterly". */
  strong: 256,
  /** "would", "could", "may", "perhaps". */
  perhaps: 512,
  /** "will", "going". */
  ahead: 1024,
  says: 2048,
  past: 4096,
  present: 8192,
  /** "Monday", "May", "2026", "1.30pm". */
  dated: 16384,
  /** What senders boast of: "leading", "proud", "innovative". */
  hype: 32768,
  /** "isn't", "they'll": how people talk. */
  informal: 65536,
  /** "absurd", "hypocrisy": the judgement of a leader or column. */
  verdict: 131072,
  /** What senders say and reports seldom do: "stakeholders", "delivering". */
  sends: 262144,
} as const;

const words = (list: string): readonly string[] => list.trim().split(/\s+/u);

const LISTS: readonly (readonly [number, string])[] = [
  [DOES.first, "i i'm i've i'd i'll my me mine myself"],
  [DOES.we, "we we're we've we'd we'll our ours us ourselves"],
  [DOES.second, "you you're you've you'd you'll your yours yourself yourselves"],
  [DOES.ought, "should must ought shouldn't mustn't needs deserve deserves need cannot"],
  [
    DOES.praise,
    `amazing astonishing astonishingly beautiful beautifully best better breathtaking brilliant brilliantly captivating
    charm charming charms cheerful clever cleverest coolest delicious delight delightful delightfully dazzling dreamy elegant
    elegantly enchanting engaging enjoyable entertaining exciting exquisite fabulous fantastic fascinating fine finest flawless
    fun funny generous glorious gorgeous graceful great greatest gripping handsome haunting heavenly hilarious idyllic
    impressive impressively incredible indulgent inspired inviting irresistible joy joyful likeable lovable lovely lush
    luscious luxurious magic magical magnificent marvellous marvelous masterful masterly masterpiece memorable neat perfect
    perfectly picturesque playful pleasant pleasure polished pretty punchy quirky ravishing refreshing remarkable remarkably rich
    riveting romantic satisfying sensational serene shine shines skilled smart sparkles sparkling spectacular splendid
    standout striking stunning stunningly stylish sublime subtle sumptuous super superb superbly superbly-made tasteful tender
    terrific thoughtful thrilling touching unforgettable unmatched warm welcome wise witty wonder wonderful wonderfully
    wondrous worth worthy adorable appealing cozy cosy crisp dazzles excels excellent exceptional extraordinary intriguing
    compelling comfortable immersive infectious ingenious inventive must-have must-see smooth solid`,
  ],
  [
    DOES.blame,
    `annoying awful awkward bad bland blunder boring bore bloated clichéd cliché cliches clichés clumsy crass cringeworthy
    disappointing disappoint disappoints dismal dreadful dreary dull embarrassing empty exhausting feeble flat forgettable
    frustrating generic ghastly grating half-baked hollow horrible infuriating irritating lackluster lacklustre lazy lifeless
    lousy mediocre messy miserable misguided muddled overlong overrated pointless poor predictable preposterous ridiculous
    sadly sloppy soulless stale stupid tedious terrible tiresome trite ugly underwhelming uneven unfortunate unfunny unwatchable
    wasted weak weaker woeful worse worst clunky gimmicky shabby silly sags sagging disgrace`,
  ],
  [
    DOES.stance,
    `admittedly after-all alas apparently arguably astonishingly clearly curiously evidently frankly happily honestly hopefully
    indeed inevitably ironically lamentably luckily mercifully naturally needless obviously oddly perversely presumably
    regrettably sadly shamefully sure surely surprisingly thankfully tragically truly truth undeniably understandable
    understandably undoubtedly unsurprisingly rather quite hardly scarcely merely simply really actually evidently worse
    curious strange telling clear`,
  ],
  [
    DOES.general,
    `always anybody anyone anything everybody everyone everything few forever hardly mostly never nobody none nothing often
    rarely seldom somebody someone something sometimes somewhere tend tends typically usually whatever whenever whoever
    whose ever most politics politicians society history nature democracy everywhere nowhere`,
  ],
  [
    DOES.strong,
    `absolutely all awfully completely deeply desperately dramatically enormously entirely especially even extremely far
    genuinely highly hugely incredibly infinitely just perfectly plain plainly precisely pretty profoundly purely
    quite rather so surprisingly such terribly thoroughly too totally utterly vastly very wholly`,
  ],
  [
    DOES.perhaps,
    "could may maybe might perhaps possibly probably would wouldn't couldn't likely unlikely seem seems seemed if unless",
  ],
  [DOES.ahead, "will won't going expect he'll they'll it'll"],
  [
    DOES.says,
    `according accused added admitted agreed announced answered argued asked believes believe claimed claims confirmed
    contended declared declined denied describes described explained found insisted noted quoted recalled rejected remarked
    replied reported reports revealed said says stated suggested tells testified thinks told tweeted urged warned wrote writes
    acknowledged adds advised affirmed alleged alleging appealed applauded argues asserted assured attributed cautioned commended
    complained concluded concludes condemned congratulated criticised criticized decried directed disclosed emphasised emphasized
    explains expressed faulted hailed insists lamented maintained notes opined pledged praised quipped recounted reiterated
    remarks reminded slammed stressed submitted testifies thanked vowed warns`,
  ],
  [
    DOES.past,
    `was were had did said went came took got gave made found told left began became held brought kept put met ran lost won
    built sent spent led cut hit beat fell rose grew struck shot died saw knew thought felt heard paid sold bought broke
    drove flew wore wrote spoke stood sat set wasn't weren't hadn't didn't`,
  ],
  [
    DOES.present,
    `is are has have do does am isn't aren't hasn't haven't don't doesn't it's that's there's they're who's what's here's
    seems means makes takes gives gets goes knows wants feels looks works remains keeps becomes comes`,
  ],
  [
    DOES.dated,
    `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december jan feb aug sept oct nov dec yesterday today tonight overnight morning afternoon evening`,
  ],
  [
    DOES.hype,
    `acclaimed advanced award-winning best-in-class breakthrough cutting-edge
    delighted elevate excellence 
    exemplifies fastest-growing first-of-its-kind game-changing groundbreaking honored honoured
    humbled industry-leading innovation innovative innovators landmark leader leading luxury next-generation
    outstanding passion passionate pioneer pioneering pleased poised premier prestigious proprietary
    proud proudly proven record-breaking redefine redefines renowned reshape revolutionary revolutionize revolutionizes
    robust seamless seamlessly state-of-the-art testament thrilled tireless trailblazer
    trailblazing transform transformative transforming transforms trusted trailblazers unlock unparalleled unprecedented 
    unwavering vibrant visionary world-class world-renowned unmatched
    powerful thriving respected celebrated foremost iconic lucrative effortless effortlessly substance`,
  ],
  [
    DOES.sends,
    `announce announces commitment committed community dedicated dedication delivering delivers ecosystem empower empowering empowers enables excited exclusive expertise global guests introduces leverage mission partnership platform solution solutions stakeholders strategic sustainable unique unveils visitors`,
  ],
  [
    DOES.informal,
    `isn't aren't don't doesn't didn't can't won't it's that's there's they're we're you're i'm i've let's wasn't weren't
    they'll you'll it'll he's she's what's here's who's couldn't wouldn't shouldn't haven't hasn't they've we've you've ain't
    lot lots stuff guy guys kind bit yeah yes well okay ok nope`,
  ],
  [
    DOES.verdict,
    `abject absurd absurdity amnesia arrogance arrogant atrocious betray betrayal betrayed blatant bluster bungling charade
    clueless cluelessness con cowardice cowardly cruel crumbs cynical cynicism deplorable deserve deserves despicable disgrace
    disgraceful disastrous dishonest dishonesty egregious excuse excuses evil failure failures farce farcical fiction fig-leaf folly foolish
    grotesque greed greedy hypocrisy hypocritical hysteria idiocy immoral incompetence incompetent indefensible inexcusable injustice
    insidious insult laughable lie lies ludicrous madness mess moral morally myth nonsense nonsensical outrage outrageous
    pathetic pretend pretends pretending preposterous reckless recklessly rotten rigged scandalous self-serving sham shame
    shameful shameless spin spineless spinelessness squander squandered stubborn swindle toxic trick troubling tyranny unacceptable
    unconscionable unforgivable unjust vile wasteful wrong wrongheaded lesson lessons illusion delusion delusional
    temptation tempting absurdly sensible wisdom virtue vice courage`,
  ],
];

function tableOf(lists: typeof LISTS): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [does, list] of lists)
    for (const word of words(list)) table.set(word, (table.get(word) ?? 0) | does);
  return table;
}

const TABLE = tableOf(LISTS);
const VALUED = DOES.praise | DOES.blame | DOES.hype | DOES.verdict;

/** What a word does, as flags of `DOES`; it is written small, with a straight apostrophe. */
export function doesOf(word: string): number {
  const known = TABLE.get(word);
  if (known !== undefined) return known;
  // "globally-respected": its last part says what it does.
  const dash = word.lastIndexOf("-");
  if (dash > 0) return doesOf(word.slice(dash + 1)) & VALUED;
  if (word.length > 4 && word.endsWith("ed")) return DOES.past;
  return 0;
}

/** Words of praise or blame often end so: "hopeful", "careless", "ruinous", "massive". */
const VALUES = /(?:ful|less|ous|ish|ible|able|some)$/u;
/** What can be spoken of and not be seen: "weakness", "liberty", "ageism". */
const ABSTRACT = /(?:ness|ism|ity|ment|tion|ship|hood|dom)$/u;

export const isValue = (word: string): boolean => word.length > 6 && VALUES.test(word);
export const isAbstract = (word: string): boolean => word.length > 6 && ABSTRACT.test(word);
export const isManner = (word: string): boolean => word.length > 5 && word.endsWith("ly");
