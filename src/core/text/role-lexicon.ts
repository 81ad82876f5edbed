/** Words that say what a person is or does, and what an organisation is. All in lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Titles of address: no role, but they show a gender. */
export const HONORIFICS: ReadonlyMap<string, "male" | "female" | "unknown"> = new Map([
  ...["mr", "sir", "lord", "messrs", "father", "brother", "herr", "don", "signor", "shri"].map(
    (word) => [word, "male"] as const,
  ),
  ...["mrs", "ms", "miss", "madam", "madame", "lady", "dame", "sister", "frau", "begum", "smt"].map(
    (word) => [word, "female"] as const,
  ),
  ...[
    "dr",
    "rev",
    "hon",
    "h.e",
    "engr",
    "prof",
    "mx",
    "maulana",
    "sheikh",
    "sheik",
    "ayatollah",
    "rabbi",
    "imam",
  ].map((word) => [word, "unknown"] as const),
]);

/** The last word of a role: "Deputy Prime Minister", "ministry spokesman", "head coach". */
export const ROLE_NOUNS = set(`
  taoiseach tánaiste dcp acp dsp atty agent vendor guru theologian convenor convener
  president vice-president minister premier chancellor secretary undersecretary under-secretary senator sen
  congressman congresswoman representative rep lawmaker legislator governor gov mayor councillor
  councilor councilman councilwoman alderman mp mep mla mna msp delegate assemblyman assemblywoman
  speaker whip leader co-leader chief head director co-director deputy chair co-chair chairman chairwoman
  chairperson co-chairman commissioner comptroller treasurer controller administrator ambassador
  prefect procurator commandant officer-in-charge envoy diplomat consul attaché attache negotiator general gen lieutenant lt colonel col major maj
  captain capt sergeant sgt corporal admiral adm commander cmdr brigadier marshal officer constable
  det insp supt pc wpc dci const cst ofc tpr cllr councillors inspector superintendent detective sheriff trooper deputy lieutenant-general
  judge justice magistrate prosecutor attorney lawyer barrister solicitor counsel advocate coroner
  registrar clerk king queen prince princess emperor duke duchess earl baron baroness pope cardinal
  archbishop bishop priest pastor vicar reverend chaplain monk nun cleric rabbi imam
  ceo cfo coo cto cio ciso vp svp evp qb mvp founder co-founder cofounder owner co-owner executive manager boss supervisor
  entrepreneur investor banker trader broker economist analyst strategist adviser advisor consultant
  aide assistant spokesman spokeswoman spokesperson press-secretary coordinator co-ordinator organiser organizer
  activist campaigner volunteer supporter donor lobbyist fundraiser pollster
  professor prof lecturer scientist researcher historian philosopher psychologist psychiatrist
  sociologist scholar academic biologist chemist physicist engineer astronomer geologist
  meteorologist forecaster epidemiologist virologist climatologist ecologist archaeologist
  anthropologist teacher principal headteacher headmaster headmistress dean provost rector student
  pupil doctor physician surgeon nurse midwife paramedic pharmacist dentist veterinarian vet
  therapist author writer novelist poet journalist reporter correspondent editor columnist
  commentator broadcaster presenter host anchor blogger critic publisher photographer filmmaker
  film-maker producer actor actress comedian singer rapper musician composer conductor artist
  painter sculptor designer architect model dancer choreographer playwright screenwriter songwriter
  guitarist bassist pianist violinist cellist organist fiddler trumpeter drummer star coach trainer player captain footballer striker midfielder defender
  goalkeeper quarterback pitcher batsman bowler skipper referee umpire athlete swimmer runner
  sprinter cyclist driver jockey golfer boxer wrestler champion midfield winger manager
  candidate nominee hopeful front-runner frontrunner incumbent politician statesman official
  mate steward stewardess carer apprentice lifeguard
  spokesmen worker builder farmer fisherman shopkeeper trader retailer plumber electrician carpenter
  mechanic technician pilot sailor soldier veteran guard firefighter fireman policeman policewoman
  chef cook waiter waitress barber hairdresser gardener
  resident neighbour neighbor witness eyewitness bystander passenger commuter tourist villager
  shopper customer client patient survivor victim suspect defendant plaintiff inmate prisoner
  refugee migrant protester protestor demonstrator striker unionist voter
  father-in-law mother-in-law son-in-law daughter-in-law brother-in-law sister-in-law stepfather
  stepmother stepson stepdaughter godfather godmother great-grandmother great-grandfather
  father mother son daughter brother sister husband wife widow widower uncle aunt cousin nephew niece
  grandfather grandmother grandson granddaughter friend colleague partner girlfriend boyfriend fiancé
  fiancée mum mom dad parent
  expert specialist fellow member chairman president-elect secretary-general attorney-general
  director-general governor-general commander-in-chief inspector-general solicitor-general
  vice-chancellor vice-chairman vice-captain interpreter translator librarian curator archivist
  developer programmer hacker astronaut explorer mountaineer climber guide ranger warden keeper
  dealer auctioneer landlord tenant homeowner republican democrat conservative liberal socialist
  socialite heiress billionaire millionaire tycoon magnate mogul businessman businesswoman merchant
  industrialist financier philanthropist icon legend veteran rookie teammate rival opponent
  counterpart successor predecessor negotiator mediator monitor observer inspector auditor
  man woman boy girl teenager pensioner source insider person user poster narrator attendee
  housewife retiree realtor physio editor-in-chief admirer selectman selectwoman councilmember ombudsman cameraman defenseman linebacker
  cornerback outfielder infielder shortstop lineman showrunner influencer collaborator
  participant caller reader viewer subscriber contractor all-star hall-of-famer moderator graduate challenger champion defender
`);

/** Titles of several, before the first of their names: "Senators Ann Roe and Tom Poe". */
export const PLURAL_TITLES = set(`
  presidents senators sens representatives reps ministers governors govs mayors professors profs drs
  judges justices generals detectives officers councillors councilmembers congressmen lawmakers
  ambassadors bishops commissioners all-stars all-americans hall-of-famers co-stars teammates trainees apprentices
  interns classmates co-founders
`);

/** Words behind "of" or "for" in an office: "Secretary of State", "Minister for Health". */
export const OFFICE_DOMAINS = set(`
  state defense defence health foreign affairs finance justice interior education security homeland
  trade commerce labor labour energy transportation transport agriculture environment culture sport
  sports tourism treasury exchequer staff operations communications police war science technology
  industry planning water power railways home information broadcasting immigration housing
  urban development international cooperation external internal human services resources climate
  change infrastructure fisheries forestry mines petroleum economy economic social welfare youth
  women children family families veterans air army navy
`);

/** Words that make a name the name of an organisation. */
export const ORG_WORDS = set(`
  observatory inspectorate confederation guild syndicate
  ministry department university college school institute institution council committee commission
  agency authority bureau board office court tribunal parliament congress senate house assembly
  party campaign union federation association society league club team foundation trust charity
  fund bank group company corporation corp inc ltd llc plc co limited holdings partners ventures
  airlines airways motors industries systems technologies laboratories labs press news times post
  journal guardian telegraph herald tribune gazette chronicle mail star sun mirror independent
  magazine network television tv radio broadcasting media police army navy force forces guard
  service services administration government cabinet embassy consulate mission command centre
  center hospital clinic church diocese cathedral mosque temple museum gallery library theatre
  theater orchestra festival organisation organization coalition alliance front movement brigade
  battalion regiment division unit taskforce nations states kremlin pentagon treasury chamber
  exchange reserve supreme republicans democrats conservatives tories labour liberals watch
  amnesty international cross network studios pictures records entertainment productions enterprises
  solutions energy oil gas steel electric pharmaceuticals insurance securities capital management
  associates united fc cf afc city-fc congregation conference caucus forum initiative project
  programme program secretariat presidency convention national international newspaper website
  military firm brokerage watchdog think-tank directorate constabulary consortium lender insurer
`);

/** Words in a place's name. */
export const PLACE_WORDS = set(`
  street road avenue lane square park city county district province island islands river lake sea
  ocean mountain mountains valley bay beach airport station bridge tower village town peninsula
  desert coast region strait gulf boulevard highway basin creek canyon canal plateau
  glacier reef drive terrace crescent
`);

/** Words that open the name of a place: "South Korea", "El Paso". */
export const PLACE_OPENERS = set(`
  new north south east west northern southern eastern western central upper lower san los las el
  santa fort port mount united saudi hong sri costa puerto cape lake
`);

/** People taken together, with no number before them: "police said", "officials said". */
export const GROUP_NOUNS = set(`
  police officials authorities residents witnesses eyewitnesses prosecutors lawyers attorneys
  investigators detectives officers critics supporters opponents analysts experts economists
  scientists researchers doctors medics rescuers firefighters activists campaigners protesters
  protestors demonstrators organisers organizers sources aides advisers advisors lawmakers
  legislators senators ministers diplomats leaders republicans democrats conservatives liberals
  teachers parents students workers unions villagers locals neighbours neighbors relatives
  survivors fans players farmers traders investors regulators inspectors judges jurors historians
  people others many some members veterans engineers executives directors editors journalists
  reporters observers monitors militants rebels insurgents troops soldiers commanders passengers
  tourists families friends colleagues voters staff crew crowd crowds spokesmen spokespeople
  spokespersons tories israelis palestinians russians americans
`);

/** Words that show whether one means a man or a woman; a "spokesman" or a "chairman" may be either. */
export const MALE_NOUNS = set(`
  man boy father son brother husband widower uncle nephew grandfather grandson boyfriend fiancé
  businessman father-in-law son-in-law brother-in-law stepfather stepson godfather
  king prince emperor duke earl baron lord actor waiter statesman dad monk priest pope cardinal
  headmaster batsman fisherman sportsman gentleman salesman mr
`);
export const FEMALE_NOUNS = set(`
  mother-in-law daughter-in-law sister-in-law stepmother stepdaughter godmother
  woman girl mother daughter sister wife widow aunt niece grandmother granddaughter girlfriend
  fiancée spokeswoman chairwoman congresswoman councilwoman assemblywoman businesswoman policewoman
  queen princess empress duchess baroness lady actress waitress mum mom nun headmistress heiress
  sportswoman saleswoman mrs ms
`);

/** What has words written on it, and says nothing by itself: a sign on the door "said". */
export const INSCRIBED_NOUNS = set(`
  sign signs signpost placard placards banner banners plaque plaques tablet tablets
  inscription inscriptions sticker stickers slogan slogans graffiti billboard billboards
  caption captions headline headlines t-shirt t-shirts tattoo tattoos gravestone
  headstone tombstone epitaph lettering marquee badge badges
`);

/** What is written, and goes on saying nothing: "according to letters shown to the Herald. “…”" */
export const PAPER_NOUNS = set(`
  letter letters paper papers document documents record records data figures filing filings files
  email emails e-mails statistics minutes invoice invoices contract contracts transcript transcripts
  accounts receipt receipts photograph photographs footage
`);

/** Trades that no list holds: glaciologist, beekeeper, steelworker. */
export const TRADE =
  /(?:ologist|ographer|ician|nomist|iatrist|keeper|holder|maker|worker|owner|leader|player|writer|scientist|master|mistress|grower|scaper|herder|trainer|spokesperson)$/u;
