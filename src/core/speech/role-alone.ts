/** Offices that say nothing where nobody says of what: "president", "Chief Executive". */
const OFFICE =
  /^(?:(?:former|ex|acting|interim|then|deputy|vice|co|senior|executive|managing|assistant|associate|chief|first|joint|new|current|outgoing|incoming|longtime|top|retired|operating|financial)[ -])*(?:president|vice-president|vp|ceo|cfo|coo|cto|chair|chairman|chairwoman|chairperson|director|executive|manager|officer|boss|head|chief|founder|co-founder|cofounder|owner|co-owner|member|minister|secretary|treasurer|deputy|official|aide|assistant|leader|spokes(?:man|woman|person)|administrator|commissioner|publisher|partner|counsel|md)$/i;
// "director Ada Voss" makes films; the others are how one is addressed, and go before a name alone.
const WHOLE =
  /^(?:director|Chief|Officer|Deputy|Commissioner|Secretary|(?:Prime |First |Chief )?Minister)$/u;

/** Says whether a role is an office alone, so that a fuller one says more. */
export function isBareOffice(role: string): boolean {
  return !WHOLE.test(role) && OFFICE.test(role);
}

// "His Honour Judge Neil Ford": how he is addressed is no part of what he is.
const ADDRESSED = /^(?:Honou?r|Worship|Excellency|Lordship|Ladyship|Majesty|Grace|Holiness)\s+/u;

/**
 * The role as a brief prints it; `null` for one that the name says already ("Prince Rolf"), and for one that ends
 * within a title or a bracket.
 */
export function printedRole(name: string, role: string | null): string | null {
  const own = role?.replace(ADDRESSED, "") ?? null;
  if (own === null || !isClosed(own)) return null;
  return name.startsWith(`${own.split(/\s+/u).at(-1)} `) ? null : own;
}

function isClosed(role: string): boolean {
  const count = (mark: RegExp) => role.match(mark)?.length ?? 0;
  return (
    count(/["“”]/gu) % 2 === 0 && count(/\(/gu) === count(/\)/gu) && count(/“/gu) === count(/”/gu)
  );
}
