const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Hours from UTC of the zones in which agencies date their wires. */
const ZONES: Readonly<Record<string, string>> = {
  gmt: "Z",
  utc: "Z",
  z: "Z",
  bst: "+01:00",
  cet: "+01:00",
  mez: "+01:00",
  cest: "+02:00",
  mesz: "+02:00",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

/** Reads the time at the end of an IPTC 7901 message, day first: `131137 GMT Nov 13`. ISO 8601; `null` where there is none. */
export function readIptcTime(tail: string): string | null {
  const found =
    /\b(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)\s?(?<zone>\p{L}{1,4})\s(?<month>\p{L}{3})\p{L}*\.?\s(?<year>\d{4}|\d\d)\b/u.exec(
      tail,
    )?.groups;
  if (found === undefined) return null;
  const month = MONTHS.indexOf((found.month ?? "").toLowerCase()) + 1;
  return isoOf({ ...found, month: String(month).padStart(2, "0") });
}

/** Reads the time at the end of an ANPA 1312 message, month first: `AP-WF-11-13-13 1509GMT`. */
export function readAnpaTime(tail: string): string | null {
  const found =
    /\b(?<month>\d\d)-(?<day>\d\d)-(?<year>\d{4}|\d\d)\s+(?<hour>\d\d)(?<minute>\d\d)\s?(?<zone>\p{L}{1,4})\b/u.exec(
      tail,
    )?.groups;
  return found === undefined ? null : isoOf(found);
}

function isoOf({
  year = "",
  month = "",
  day = "",
  hour = "",
  minute = "",
  zone = "",
}: Partial<Record<string, string>>): string | null {
  const offset = Object.hasOwn(ZONES, zone.toLowerCase()) ? ZONES[zone.toLowerCase()] : undefined;
  const isTime = Number(hour) < 24 && Number(minute) < 60;
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  if (offset === undefined || !isTime || !isDay) return null;
  // The wires are younger than 1970, and two digits of a year say no century.
  const full = year.length === 4 ? year : `${Number(year) < 70 ? "20" : "19"}${year}`;
  return `${full}-${month}-${day}T${hour}:${minute}:00${offset}`;
}
