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

// "friend", "Roe's counterpart": of whom, nobody says, or somebody whom the brief does not know.
const RELATIVE =
  /^(?:[\p{Ll}\d-]+ ){0,2}(?:(?:grand|step)?(?:father|mother|son|daughter)|(?:half-|step)?(?:brother|sister)|husband|wife|widow|widower|uncle|aunt|cousin|nephew|niece|mum|mom|dad|partner|girlfriend|boyfriend|fiancée?|friend|colleague|mate|teammate|rival|opponent|counterpart|successor|predecessor|co-star|companion|pal|fellow|admirer|fan)$|counterpart$/iu;

// "Bombastic talk show host": what the writer thinks of him.
const JUDGED =
  /^(?:(?:bombastic|controversial|legendary|famed|famous|renowned|celebrated|notorious|outspoken|firebrand|embattled|disgraced|doughty|unscrupulous|noted|beloved|popular|influential|flamboyant|fierce)(?: and |, | ))+/i;

// "67-year-old man": how old somebody is is no role.
const AGED =
  /^\d{1,3}-year-old (?:man|woman|boy|girl|male|female|teenager|person|pensioner|youth)$/u;

/**
 * The role as a brief prints it; `null` for one that the name says already ("Prince Rolf"), for one that ends
 * within a title or a bracket, and for one that is somebody's without saying whose.
 */
export function printedRole(name: string, role: string | null): string | null {
  const own = role?.replace(ADDRESSED, "").replace(JUDGED, "") ?? null;
  if (own === null || !isClosed(own) || RELATIVE.test(own) || AGED.test(own)) return null;
  return name.startsWith(`${own.split(/\s+/u).at(-1)} `) ? null : own;
}

function isClosed(role: string): boolean {
  const count = (mark: RegExp) => role.match(mark)?.length ?? 0;
  return (
    count(/["“”]/gu) % 2 === 0 && count(/\(/gu) === count(/\)/gu) && count(/“/gu) === count(/”/gu)
  );
}
