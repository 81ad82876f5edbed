const MONTHS =
  `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|
  nov(?:ember)?|dec(?:ember)?`.replace(/\s+/gu, "");

/** Lets a pattern match in capitals and in small letters, where the pattern around it does not. */
export function caseless(pattern: string): string {
  return pattern.replace(/\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/**
 * The months of English, in full or as wires shorten them, as a part of a pattern that heeds capitals:
 * "8 May" is a date, "8 may" are not.
 */
export const MONTH = `(?:${caseless(MONTHS)}|M(?:ay|AY))`;

/** A day of the week, in full or shortened, as a part of such a pattern. */
export const WEEKDAY = `(?:${caseless("(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?")})`;

/** The same, in full only. */
export const FULL_WEEKDAY = `(?:${caseless("(?:mon|tues|wednes|thurs|fri|satur|sun)day")})`;

const OTHER_MONTHS =
  `januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|
  octubre|noviembre|diciembre|ene|abr|ago|dic|janvier|février|févr|mars|avril|juin|juillet|août|septembre|octobre|novembre|
  décembre|déc|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre|janeiro|fevereiro|março|
  maio|junho|julho|setembro|outubro|novembro|dezembro|dez|januari|februari|maart|mei|augustus|december`.replace(
    /\s+/gu,
    "",
  );

/** Months of other languages in whose reports a day comes before its month, as a part of such a pattern. */
export const OTHER_MONTH = `(?:${caseless(OTHER_MONTHS)})`;
