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
  const parts = NUMERIC.exec(upper)?.groups;
  if (parts === undefined) return null;
  const minutes = Number(parts.hours) * HOUR + Number(parts.minutes ?? 0);
  if (minutes > 14 * HOUR || Number(parts.minutes ?? 0) >= HOUR) return null;
  return [parts.sign === "+" ? minutes : -minutes];
}
