/** How many times a name is looked at. */
const MOST = 12;
/** How far around it. */
const NEAR = 48;

// "Customs and [Border Protection]", "Attorney’s [Office]", "Clean Air - [Cool Planet]", "Merchant [Capital Investors]":
// what stands before it is a part of it.
const LED =
  /(?:(?<![\p{L}.])\p{Lu}[\p{L}\p{N}.’'&]*(?: [-–—&] | (?:and|for|of)(?: the)? )|(?:[^.!?:;“”"\n]|\b\p{Lu}\.) \p{Lu}[\p{L}\p{N}&]* |(?:^|\s)\p{Lu}[\p{L}.]*['’]s )$/u;
// "[Kraft Mac] and Cheese", "[Office for the Western District] of New Rhos", "[Capital] Investors".
const FOLLOWED =
  /^(?:['’]s? \p{Lu}|(?: of(?: the)?| for(?: the)?| &| [-–—]) \p{Lu}| and \p{Lu}\p{L}+(?! \p{Lu})| (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I\b)\p{Lu}\p{Ll})/u;

// "Customs and [Border Protection]", "Clean Air - [Cool Planet]"
const JOINED = /(?<![\p{L}.])\p{Lu}[\p{L}\p{N}.’'&]*(?: [-–—&] | and )$/u;

/**
 * Says whether a body's name was cut out of a longer one wherever it stands: “Border Protection” of Customs and
 * Border Protection. Then nobody is called so.
 */
export function isCutName(body: string, name: string): boolean {
  return nameMarks(body, name, (before, after) => LED.test(before) || FOLLOWED.test(after));
}

/**
 * Says whether a name that looks like a person's is the second half of a body's, wherever it stands; of a
 * person the surname stands alone as well: "Ruiz said" of "Hale and Inigo Ruiz".
 */
export function isJoinedName(body: string, name: string): boolean {
  return nameMarks(body, name, (before) => JOINED.test(before)) && !standsAlone(body, name);
}

/** Says whether the last word of a name stands anywhere by itself, as those who speak are called next. */
export function standsAlone(body: string, name: string): boolean {
  const surname = name.slice(name.lastIndexOf(" "));
  // "Moe Moe Moe" holds it twice.
  if (name.indexOf(surname) < name.length - surname.length) return body.includes(surname);
  let named = body.indexOf(name);
  let at = body.indexOf(surname);
  while (at >= 0) {
    while (named >= 0 && named + name.length <= at) named = body.indexOf(name, named + name.length);
    if (named < 0 || at < named) return true;
    at = body.indexOf(surname, at + surname.length);
  }
  return false;
}

/** Says whether a name of several words stands wherever it stands between what is wanted of its surroundings. */
export function nameMarks(
  body: string,
  name: string,
  isCut: (before: string, after: string) => boolean,
  near = NEAR,
): boolean {
  if (!/^\p{Lu}\S* .*\p{L}$/u.test(name)) return false;
  let at = body.indexOf(name);
  if (at < 0) return false;
  for (let count = 0; at >= 0 && count < MOST; count += 1) {
    const before = body.slice(Math.max(0, at - near), at);
    const after = body.slice(at + name.length, at + name.length + near);
    if (!isCut(before, after) && !/^[\p{L}\p{N}]/u.test(after)) return false;
    at = body.indexOf(name, at + name.length);
  }
  return true;
}
