import { plain } from "#core/change/plain.ts";

/** Countries with what their people and their governments are called: the adjective, the capital, other names. */
const COUNTRIES = `
  afghanistan: afghan kabul · albania: albanian tirana · algeria: algerian algiers · argentina: argentine argentinian
  australia: australian canberra · austria: austrian vienna · bangladesh: bangladeshi dhaka · belarus: belarusian minsk
  belgium: belgian · bolivia: bolivian · brazil: brazilian brasilia · britain: british uk briton · bulgaria: bulgarian sofia
  cambodia: cambodian · cameroon: cameroonian · canada: canadian ottawa · chile: chilean santiago · china: chinese beijing
  colombia: colombian bogota · congo: congolese kinshasa · croatia: croatian zagreb · cuba: cuban havana · cyprus: cypriot nicosia
  czechia: czech prague · denmark: danish dane copenhagen · egypt: egyptian cairo · ethiopia: ethiopian · finland: finnish helsinki
  france: french paris · georgia: georgian tbilisi · germany: german berlin · ghana: ghanaian accra · greece: greek athens
  haiti: haitian · hungary: hungarian budapest · iceland: icelandic reykjavik · india: indian · indonesia: indonesian jakarta
  iran: iranian tehran · iraq: iraqi baghdad · ireland: irish dublin · israel: israeli · italy: italian rome · japan: japanese tokyo
  jordan: jordanian amman · kazakhstan: kazakh astana · kenya: kenyan nairobi · kosovo: kosovan pristina · kuwait: kuwaiti
  lebanon: lebanese beirut · libya: libyan tripoli · malaysia: malaysian · mali: malian bamako · mexico: mexican · moldova: moldovan chisinau
  mongolia: mongolian · morocco: moroccan rabat · myanmar: burma burmese · nepal: nepali nepalese kathmandu · netherlands: dutch hague
  nigeria: nigerian abuja · norway: norwegian oslo · pakistan: pakistani islamabad · peru: peruvian lima · philippines: philippine filipino manila
  poland: polish pole warsaw · portugal: portuguese lisbon · qatar: qatari doha · romania: romanian bucharest · russia: russian moscow kremlin
  rwanda: rwandan kigali · senegal: senegalese dakar · serbia: serbian serb belgrade · slovakia: slovak bratislava · somalia: somali mogadishu
  spain: spanish madrid · sudan: sudanese khartoum · sweden: swedish swede stockholm · switzerland: swiss bern · syria: syrian damascus
  taiwan: taiwanese taipei · tanzania: tanzanian · thailand: thai bangkok · tunisia: tunisian tunis · turkey: turkish turkiye ankara
  uganda: ugandan kampala · ukraine: ukrainian kyiv kiev · uruguay: uruguayan montevideo · venezuela: venezuelan caracas
  vietnam: vietnamese hanoi · yemen: yemeni sanaa · zambia: zambian lusaka · zimbabwe: zimbabwean harare`;

const COUNTRY_OF: ReadonlyMap<string, string> = new Map(
  COUNTRIES.split(/·|\n/u).flatMap((entry) => {
    const [country = "", names = ""] = entry.split(":").map((part) => part.trim());
    return names.split(" ").map((name) => [name, country] as const);
  }),
);

/**
 * The further keys that a name is known by: of an adjective or a capital the country, and of an adjective that
 * no table has ("Korvian") the name that it was made from.
 */
export function aliasOf(word: string): string | null {
  const name = plain(word);
  const known = COUNTRY_OF.get(name) ?? COUNTRY_OF.get(name.replace(/s$/u, ""));
  if (known !== undefined) return known;
  return /^\p{L}{4,}ans?$/u.test(name) ? name.replace(/ns?$/u, "") : null;
}
