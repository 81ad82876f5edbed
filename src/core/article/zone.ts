const HOUR = 60;

/**
 * What a zone abbreviation may mean, in minutes east of UTC, the most usual meaning first. Daylight
 * saving makes `ET` two offsets; `BST` is British summer or Bangladesh, `IST` India, Israel or Ireland.
 */
const OFFSETS: Readonly<Record<string, readonly number[]>> = {
  Z: [0],
  UTC: [0],
  GMT: [0],
  WET: [0],
  WEST: [HOUR],
  BST: [HOUR, 6 * HOUR, 11 * HOUR],
  CET: [HOUR],
  CEST: [2 * HOUR],
  WAT: [HOUR],
  CAT: [2 * HOUR],
  SAST: [2 * HOUR],
  EET: [2 * HOUR],
  EEST: [3 * HOUR],
  EAT: [3 * HOUR],
  MSK: [3 * HOUR],
  TRT: [3 * HOUR],
  GST: [4 * HOUR, -2 * HOUR],
  PKT: [5 * HOUR],
  IST: [5.5 * HOUR, 2 * HOUR, HOUR],
  NPT: [5.75 * HOUR],
  WIB: [7 * HOUR],
  ICT: [7 * HOUR],
  HKT: [8 * HOUR],
  SGT: [8 * HOUR],
  AWST: [8 * HOUR],
  PHT: [8 * HOUR],
  JST: [9 * HOUR],
  KST: [9 * HOUR],
  ACST: [9.5 * HOUR],
  AEST: [10 * HOUR],
  ACDT: [10.5 * HOUR],
  AEDT: [11 * HOUR],
  NZST: [12 * HOUR],
  NZDT: [13 * HOUR],
  NST: [-3.5 * HOUR],
  NDT: [-2.5 * HOUR],
  BRT: [-3 * HOUR],
  AST: [-4 * HOUR, 3 * HOUR],
  ADT: [-3 * HOUR],
  EDT: [-4 * HOUR, 11 * HOUR],
  EST: [-5 * HOUR, 10 * HOUR],
  ET: [-5 * HOUR, -4 * HOUR],
  CDT: [-5 * HOUR, -4 * HOUR],
  CST: [-6 * HOUR, 8 * HOUR, -5 * HOUR],
  CT: [-6 * HOUR, -5 * HOUR],
  MDT: [-6 * HOUR],
  MST: [-7 * HOUR, 8 * HOUR, 6.5 * HOUR],
  MT: [-7 * HOUR, -6 * HOUR],
  PDT: [-7 * HOUR],
  PST: [-8 * HOUR, 8 * HOUR],
  PT: [-8 * HOUR, -7 * HOUR],
  AKDT: [-8 * HOUR],
  AKST: [-9 * HOUR],
  HST: [-10 * HOUR],
};

/** Zones in words, `London time`; where clocks change, both offsets, because a time in words is often the wrong one of them. */
const IN_WORDS: Readonly<Record<string, readonly number[]>> = {
  "greenwich mean": [0],
  universal: [0],
  "coordinated universal": [0],
  "british summer": [HOUR],
  london: [0, HOUR],
  uk: [0, HOUR],
  british: [0, HOUR],
  dublin: [0, HOUR],
  irish: [HOUR, 0],
  "central european": [HOUR, 2 * HOUR],
  paris: [HOUR, 2 * HOUR],
  berlin: [HOUR, 2 * HOUR],
  brussels: [HOUR, 2 * HOUR],
  geneva: [HOUR, 2 * HOUR],
  madrid: [HOUR, 2 * HOUR],
  rome: [HOUR, 2 * HOUR],
  oslo: [HOUR, 2 * HOUR],
  stockholm: [HOUR, 2 * HOUR],
  "eastern european": [2 * HOUR, 3 * HOUR],
  athens: [2 * HOUR, 3 * HOUR],
  kyiv: [2 * HOUR, 3 * HOUR],
  moscow: [3 * HOUR],
  istanbul: [3 * HOUR],
  turkish: [3 * HOUR],
  riyadh: [3 * HOUR],
  nairobi: [3 * HOUR],
  astana: [5 * HOUR],
  "dar es salaam": [3 * HOUR],
  lusaka: [2 * HOUR],
  kigali: [2 * HOUR],
  dubai: [4 * HOUR],
  gulf: [4 * HOUR],
  pakistan: [5 * HOUR],
  islamabad: [5 * HOUR],
  karachi: [5 * HOUR],
  india: [5.5 * HOUR],
  indian: [5.5 * HOUR],
  delhi: [5.5 * HOUR],
  "new delhi": [5.5 * HOUR],
  mumbai: [5.5 * HOUR],
  dhaka: [6 * HOUR],
  bangladesh: [6 * HOUR],
  beijing: [8 * HOUR],
  "hong kong": [8 * HOUR],
  singapore: [8 * HOUR],
  tokyo: [9 * HOUR],
  japan: [9 * HOUR],
  seoul: [9 * HOUR],
  sydney: [10 * HOUR, 11 * HOUR],
  eastern: [-5 * HOUR, -4 * HOUR],
  "new york": [-5 * HOUR, -4 * HOUR],
  washington: [-5 * HOUR, -4 * HOUR],
  central: [-6 * HOUR, -5 * HOUR],
  mountain: [-7 * HOUR, -6 * HOUR],
  pacific: [-8 * HOUR, -7 * HOUR],
  canberra: [10 * HOUR, 11 * HOUR],
  melbourne: [10 * HOUR, 11 * HOUR],
  hobart: [10 * HOUR, 11 * HOUR],
  brisbane: [10 * HOUR],
  adelaide: [9.5 * HOUR, 10.5 * HOUR],
  // There is one in Scotland, too.
  perth: [8 * HOUR, 0],
  wellington: [12 * HOUR, 13 * HOUR],
  auckland: [12 * HOUR, 13 * HOUR],
  "new zealand": [12 * HOUR, 13 * HOUR],
  accra: [0],
  dakar: [0],
  lagos: [HOUR],
  abuja: [HOUR],
  luanda: [HOUR],
  rabat: [HOUR, 0],
  cairo: [2 * HOUR, 3 * HOUR],
  pretoria: [2 * HOUR],
  johannesburg: [2 * HOUR],
  harare: [2 * HOUR],
  "addis ababa": [3 * HOUR],
  kampala: [3 * HOUR],
  lisbon: [0, HOUR],
  edinburgh: [0, HOUR],
  vienna: [HOUR, 2 * HOUR],
  zurich: [HOUR, 2 * HOUR],
  amsterdam: [HOUR, 2 * HOUR],
  "the hague": [HOUR, 2 * HOUR],
  "den haag": [HOUR, 2 * HOUR],
  warsaw: [HOUR, 2 * HOUR],
  copenhagen: [HOUR, 2 * HOUR],
  budapest: [HOUR, 2 * HOUR],
  prague: [HOUR, 2 * HOUR],
  helsinki: [2 * HOUR, 3 * HOUR],
  jerusalem: [2 * HOUR, 3 * HOUR],
  beirut: [2 * HOUR, 3 * HOUR],
  baghdad: [3 * HOUR],
  doha: [3 * HOUR],
  tehran: [3.5 * HOUR],
  "abu dhabi": [4 * HOUR],
  kabul: [4.5 * HOUR],
  lahore: [5 * HOUR],
  colombo: [5.5 * HOUR],
  kathmandu: [5.75 * HOUR],
  yangon: [6.5 * HOUR],
  bangkok: [7 * HOUR],
  jakarta: [7 * HOUR],
  hanoi: [7 * HOUR],
  manila: [8 * HOUR],
  "kuala lumpur": [8 * HOUR],
  taipei: [8 * HOUR],
  shanghai: [8 * HOUR],
  ottawa: [-5 * HOUR, -4 * HOUR],
  toronto: [-5 * HOUR, -4 * HOUR],
  montreal: [-5 * HOUR, -4 * HOUR],
  chicago: [-6 * HOUR, -5 * HOUR],
  denver: [-7 * HOUR, -6 * HOUR],
  "los angeles": [-8 * HOUR, -7 * HOUR],
  vancouver: [-8 * HOUR, -7 * HOUR],
  "mexico city": [-6 * HOUR],
  bogota: [-5 * HOUR],
  lima: [-5 * HOUR],
  santiago: [-4 * HOUR, -3 * HOUR],
  brasilia: [-3 * HOUR],
  "sao paulo": [-3 * HOUR],
  "buenos aires": [-3 * HOUR],
};

/** Reads, as the source of a pattern: London time, Eastern Daylight Time. */
export const ZONE_IN_WORDS = `(?<zone>${Object.keys(IN_WORDS).join("|")})(?:\\s(?:standard|daylight|summer))?\\stime\\b`;

/** The furthest west that a clock on Earth runs: UTC−12, in minutes. */
export const LAST_OFFSET = -12 * HOUR;

// Reads: +05:30, -0400, +02, GMT+5, UTC-03:30
const NUMERIC = /^(?:GMT|UTC)?(?<sign>[+−-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?$/u;

/**
 * Every offset that a zone may mean, in minutes east of UTC, the most usual first.
 * `null` for what is no zone.
 */
export function readZone(text: string): readonly number[] | null {
  const upper = text.toUpperCase();
  const named = Object.hasOwn(OFFSETS, upper) ? OFFSETS[upper] : undefined;
  if (named !== undefined) return named;
  const words = text.toLowerCase();
  if (Object.hasOwn(IN_WORDS, words)) return IN_WORDS[words] ?? null;
  const parts = NUMERIC.exec(upper)?.groups;
  if (parts === undefined) return null;
  const minutes = Number(parts.hours) * HOUR + Number(parts.minutes ?? 0);
  if (minutes > 14 * HOUR || Number(parts.minutes ?? 0) >= HOUR) return null;
  return [parts.sign === "+" ? minutes : -minutes];
}

/** Offsets that a zone of the IANA database has in winter and in summer, in minutes; `null` for what is none. */
export function offsetsOfZone(name: string): readonly number[] | null {
  // "May/June" and "print/online" are words; asking Intl of each costs more than this look.
  if (
    !/^(?:africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific|etc|us)\//i.test(
      name,
    )
  )
    return null;
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
    return [...new Set([0, 6].map((month) => offsetAt(format, Date.UTC(2025, month, 15))))];
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const zone =
    format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  return readZone(zone)?.[0] ?? 0;
}

/** Zones of summer time, and what is meant by them in winter: "10 a.m. EDT, December 1" is Eastern time. */
const IN_WINTER: Readonly<Record<string, number>> = {
  ...{ BST: 0, WEST: 0, CEST: HOUR, EEST: 2 * HOUR, IST: 0 },
  ...{
    NDT: -3.5 * HOUR,
    ADT: -4 * HOUR,
    EDT: -5 * HOUR,
    CDT: -6 * HOUR,
    MDT: -7 * HOUR,
    PDT: -8 * HOUR,
    AKDT: -9 * HOUR,
  },
};

/** The offset of a zone of summer time in winter, in minutes; `null` for any other zone. */
export function winterOffset(zone: string): number | null {
  const upper = zone.toUpperCase();
  return Object.hasOwn(IN_WINTER, upper) ? (IN_WINTER[upper] ?? null) : null;
}
