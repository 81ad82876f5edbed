// Reads: https://creativecommons.org/licenses/by-sa/4.0/, http://creativecommons.org/publicdomain/zero/1.0
const FREE =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses\/(?<by>by(?:-sa)?)|publicdomain\/\w+)(?:\/|$)/iu;

/** The terms of a licence that is named by its address: those that let anyone use it by their name, any other as it stands. */
export function licenceTerms(licence: string): string {
  const found = FREE.exec(licence.trim());
  if (found === null) return licence;
  return found.groups?.by === undefined ? "public domain" : `CC ${found.groups.by.toUpperCase()}`;
}
