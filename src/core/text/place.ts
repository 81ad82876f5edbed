import { COUNTRIES } from "./countries.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** What stands in a place's position, before a dash, a colon or a date, and is none. */
const NO_PLACE = words(
  `advisory advance alert analysis announcer answer archive audio blog breaking briefing bulletin byline caption
  clarification column comment commentary contact coronavirus correction corrected developing document editorial editors
  embargo embargoed ends essay event events exclusive exclusively explained explainer factbox fact feature file filed
  flash focus former gallery graphic headline headlines history host interview interviewer just kill latest letter live
  media moderator more narrator new newsalert note notes obituary only opinion photo photos picture pictures podcast poll
  posted preview profile programme published question quiz quote quotes recap refile released reporter review roundup rush
  score scoreboard scores slug source sources speaker special spoiler sport sports statement story subject summary timeline
  title today tonight transcript trending update updated updates urgent video voiceover warning watch weather why
  asean fifa iaea interpol nasa nato opec uefa unesco unhcr unicef
  a an as at before but by during for from in on since the this to until when while with
  monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december`,
);

/** Words of the list above that begin the name of a place: New Delhi, The Hague, March in Cambridgeshire. */
const BEGINS_A_PLACE = words("new the march may august live");

/** Small words inside the names of places: Rio de Janeiro, Stratford-upon-Avon, Frankfurt am Main. */
const INSIDE = words(
  "al am an and auf aan da das de del den der des di do dos du e el en i la las le les los na of on sur the upon y",
);

/** Agencies that write themselves in small letters. */
const SMALL_WIRES = words(
  "afp afx ans ansa ap apa ats belga dapd dpa dts efe epd kna ntb ots pa pti rtr sda sid tass tt",
);

/** Agencies whose initials stand in brackets behind a place in ordinary letters; there `(ENG)` and `(MP)` stand too. */
const WIRES = words(
  `AA AAP ABC AFP AGERPRES ANA ANI ANP ANSA AP APA APP ATA BBC BNA BNS BSS BTA CBS CNA CNN CP CTK DAWN DPA DW EFE ELTA FARS GNA
  GNN HINA IANS INA IRNA ISNA KCNA KUNA KUNA LETA LUSA MENA MIA MNA MTI NAN NBC NNA NNN NPR NTB NZPA OPA PA PAP PNA PPI PTI QNA
  RFE RIA RSS SANA SAPA SPA SRNA STA STT TASR TASS TNA TT UNB UNI UPI VNA VOA WAFA WAM ZDF`,
);

const NEWS_WORD =
  /\b(?:news|press|presse|agency|agencia|agence|wire|newswire|media|times|post|radio|tv|reuters|bloomberg|xinhua|kyodo|yonhap|tass|interfax|antara|bernama|anadolu|ukrinform|\p{L}+\.(?:com|org|net|uk|pk|in))\b/iu;

/** Says whether capitalised words are a place that reports are filed from, when a date follows them. */
export function isPlace(place: string): boolean {
  const parts = place.split(/[\s,/]+/u).filter((part) => part !== "");
  return (
    parts.length <= 6 &&
    !parts.some((part, index) => isNoPlace(part, index === 0, parts.length)) &&
    parts.every(
      (part) => /^\p{Lu}/u.test(part) || INSIDE.has(part) || /^[a-z]['’]\p{Lu}/u.test(part),
    )
  );
}

/** "TARN, Ill.": a town in capitals with its state or country. */
export function isShoutedTownOfRegion(place: string): boolean {
  return isShoutedPlace(place) && isTownOfRegion(place);
}

/** Says whether words stand for a place on their own: capitals, then perhaps a region in ordinary letters. */
export function isShoutedPlace(place: string): boolean {
  const [town = "", ...region] = place.split(",");
  return isPlace(place) && isShouted(town) && letters(town) >= 4 && region.length <= 2;
}

/** Says whether words are a place, and the name in brackets behind them an agency. */
export function isPlaceWithAgency(place: string, agency: string): boolean {
  if (!isPlace(place) || isInitials(place, agency)) return false;
  const [town = ""] = place.split(",");
  return isShouted(town) ? /\p{Lu}/u.test(agency) || SMALL_WIRES.has(agency) : isAgency(agency);
}

/** The same where nothing but a space parts the agency from the story: it must be known for one. */
export function isPlaceWithWire(place: string, agency: string): boolean {
  return isPlace(place) && !isWire(place) && !isInitials(place, agency) && isWire(agency);
}

const STATE =
  /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ks|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.H|N\.J|N\.M|N\.Y|N\.C|N\.D|Okla|Ore|Pa|R\.I|S\.C|S\.D|Tenn|Tex|Vt|Va|Wash|W\.Va|Wis|Wyo|D\.C|Ont|Que|B\.C|N\.S|Alta|Sask|Man)\.$/u;

/** Says whether words are a town, in whatever letters, with its state as wires shorten it: "Norfolk, Va." */
export function isTownOfState(place: string): boolean {
  const [, state, more] = place.split(", ");
  return more === undefined && state !== undefined && STATE.test(state) && isPlace(place);
}

// New York, NY
const POSTAL =
  /^(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|AB|BC|MB|NB|NL|NS|ON|PE|QC|SK|NSW|VIC|QLD|UK|US|USA|UAE)$/u;
/** States and provinces by their full names, where they are no countries. */
const STATES = words(
  `alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas
  kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new-hampshire
  new-jersey new-mexico new-york north-carolina north-dakota ohio oklahoma oregon pennsylvania rhode-island south-carolina
  south-dakota tennessee texas utah vermont virginia washington west-virginia wisconsin wyoming
  alberta british-columbia manitoba new-brunswick newfoundland nova-scotia ontario quebec saskatchewan
  new-south-wales queensland victoria tasmania england scotland wales northern-ireland`,
);

/** Says whether words are a town, in whatever letters, with its state or country: "Norfolk, VA", "Lund, Sweden". */
export function isTownOfRegion(place: string): boolean {
  const [town = "", region = "", more] = place.split(", ");
  if (more !== undefined || region === "" || !isPlace(place)) return false;
  const isRegion = POSTAL.test(region.replaceAll(".", "")) || isRegionName(region);
  // "Norway, Sweden — two votes" counts two countries.
  return (isRegion || isTownOfState(place)) && !COUNTRIES.has(town);
}

function isRegionName(name: string): boolean {
  return STATES.has(name.toLowerCase().replaceAll(" ", "-")) || COUNTRIES.has(name);
}

/** "Theresa May (Con) —" and "Obama (pictured) —" name no agency. */
function isAgency(name: string): boolean {
  return isWire(name) || NEWS_WORD.test(name) || isTwoAgencies(name);
}

/** Says whether initials are those of an agency, or the call sign of a station: AFP, KTVI, CBS/AP, LEX 18. */
export function isWire(name: string): boolean {
  return name
    .split("/")
    .every((one) => WIRES.has(one) || SMALL_WIRES.has(one) || STATION.test(one));
}

const STATION =
  /^(?:[KW]\p{Lu}{2,3}(?:-?TV| ?\d{1,2})?|\d{1,2}NBC|(?:ABC|CBS|NBC|FOX|LEX) ?\d{1,2})$/u;

/** "(tca/tarn)" are two agencies, "(she/her)" is none. */
function isTwoAgencies(name: string): boolean {
  const [one, other, more] = name.split("/");
  if (one === undefined || other === undefined || more !== undefined) return false;
  return [one, other].every((part) => /^[\p{L}\d]{3,12}$/u.test(part) && !NO_AGENCY.has(part));
}

const NO_AGENCY = words(
  "she her hers him his they them theirs and left right above below top bottom front back won lost male female day night",
);

/** "European Union (EU) –" explains an abbreviation. */
function isInitials(place: string, agency: string): boolean {
  const initials = place
    .split(/[\s-]+/u)
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part.slice(0, 1));
  return initials.length > 1 && initials.join("") === agency.replace(/[^\p{Lu}]/gu, "");
}

function isShouted(town: string): boolean {
  return town
    .trim()
    .split(/\s+/u)
    .every(
      (part) =>
        /^(?:Mc|Mac|O['’]|[dl]['’])?\p{Lu}[\p{Lu}\p{M}.'’/-]*$/u.test(part) || INSIDE.has(part),
    );
}

/** "NEW DELHI", "LIVE OAK", "SPECIAL" and "UPDATE 2": some of these words do begin the name of a place. */
function isNoPlace(part: string, first: boolean, length: number): boolean {
  const word = bare(part);
  if (!NO_PLACE.has(word)) return false;
  if (!first) return !INSIDE.has(word) && !BEGINS_A_PLACE.has(word);
  return length === 1 || !BEGINS_A_PLACE.has(word);
}

function bare(part: string): string {
  return part.toLowerCase().replace(/(?<![.'’])[.'’]+$/u, "");
}

function letters(text: string): number {
  return text.replace(/[^\p{L}]/gu, "").length;
}
