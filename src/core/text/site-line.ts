/** Patterns that differ in nothing but what they look for, as one: a line takes one look. */
function joined(patterns: readonly RegExp[]): readonly RegExp[] {
  const kinds = new Set(patterns.map(({ flags }) => flags));
  return Array.from(kinds, (kind) => {
    const alike = patterns.filter(({ flags }) => flags === kind);
    return new RegExp(alike.map(({ source }) => source).join("|"), kind);
  });
}

/** How lines open that sites and agencies put among a story, in the Englishes of many newsrooms, by kinds. */
const OPENINGS = joined([
  // Invitations: to join, to pay, to download, to follow.
  /^(?:want more\b.*\?|get (?:the|our|your) (?:day['’]s|latest|best|top|daily|weekly)\b.*\b(?:inbox|e-?mail)|support (?:independent|local|our|quality) journalism\b|become a (?:member|subscriber|supporter)\b|(?:to (?:read|continue reading|see|support) (?:the|this|our|more)\b[^.]{0,40},? )(?:please )?(?:subscribe|sign up|log in|register|donate)|enjoy unlimited\b|already have an account|donate (?:now|here|today)|(?:please )?(?:consider )?(?:donating|subscribing)\b.{0,60}(?:us|our)\b|newsletter sign-?up|this newsletter is\b|get started$|book now$|buy (?:tickets|now|it)\b.{0,20}(?:here|now)$|stay (?:informed|connected|updated|tuned)\b[:,]?|please (?:enable|turn on|allow|activate)\b.{3,60}\b(?:video|page|site|content|comments)\b.{0,20}$|you must (?:enter|sign in|log in|register|be (?:logged|signed) in)\b)/i,
  /^(?:follow (?:\p{L}+ ){1,5}on (?:whatsapp|telegram|facebook|twitter|x|instagram|google news|youtube|threads|tiktok)\b|(?:for|catch|get) (?:all |the )*(?:latest|live|breaking|business|more) (?:[\p{L}, ]+ )?(?:news|updates)\b.*\b(?:download|on|app|channel|follow|visit)\b|for (?:all )?the latest\b.{0,80}\b(?:download|follow|visit|click)\b)/iu,
  /^special offer\b/i,
  // The paper's own next issue or programme; not "Pick up the issue with the mayor".
  /^(?:(?:plus|and|also),? )?(?:(?:please )?don['’]t (?:miss|forget (?:to (?:buy|read|get|pick up)))|(?:be sure to |make sure to |you can )?(?:pick up|grab|order|buy|get) (?:a|your|our)\b) ?[^.!?]{0,50}\b(?:issue|edition|episode|magazine|podcast|copy)\b/i,
  // Other stories: ALSO READ, MUST READ; the labels of boxes.
  /^(?:must[- ]read|read also|also see|editor['’]s picks?|top stories(?: this \p{L}+)?|latest (?:news|stories|headlines)|trending(?: now| topics| stories)?|explore more|up next|keep reading)\s*(?:[:|>»]|$)/iu,
  // Comment rules.
  /^(?:stay on topic|keep it clean|be (?:civil|nice|truthful|proactive|respectful)|don['’]t threaten(?: or abuse)?|share with us|please turn off your caps lock)\s?[-–—:.](?:\s|$)|^(?:our|comment(?:ing)?|discussion) (?:guidelines|rules|policy)$|^welcome to (?:the|our) discussion\.?$/i,
  /^(?:comments? (?:are|is|on this (?:article|story)|have been)\b.{0,40}(?:closed|moderated|disabled|open|turned off)|be the first to comment|please keep (?:your )?comments\b|we reserve the right to\b.{0,40}comments?|have your say\b|what do you think\?|let us know in the comments|(?:sign|log) in to (?:comment|read|continue)\b|report (?:a typo|an error|abuse)\b|tweet this|print(?: e-?mail)?$|(?:e-?mail|share|print|save)(?: (?:e-?mail|share|print|save|tweet))+$)/i,
  // How to reach the desk and its helplines.
  /^(?:do you have (?:a|any) (?:story|tip|news|information|more)\b|got a (?:news )?(?:tip|story)\b|have you been affected\b|if you (?:have been|are|['’]ve been) affected\b|need help\?|contact the (?:writer|author|reporter|newsroom|desk)\b|(?:twitter|facebook|instagram|e-?mail)\s*:\s*@?\S+$|disclosure:)/i,
  // Agencies' own lines.
  /^(?:[-–—]\s*|\()?(?:with )?(?:Reuters|AFP|AP|PTI|ANI|IANS|UNI|APP|Xinhua|dpa|TASS|EFE|ANSA|NAN|Bernama|Kyodo|Yonhap|AAP|PA|CNA|ANC|Agencies|agencies)(?: (?:inputs?|agency inputs?|files?))?\)?\.?$/u,
  /^PTI(?: [A-Z]{2,4}){1,5}$/u,
  /^\(?(?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Ee]dited|[Ww]ritten|[Rr]eported)(?: and [\p{L}]+)? by:? (?:\p{Lu}|our\b|staff\b|the (?:newsroom|desk|staff)\b)/u,
  // Privacy, players, dates of the page.
  /^(?:(?:accept|manage|reject) (?:all )?cookies|we and our partners\b|by (?:clicking|signing up|continuing|using|subscribing)\b.{0,60}\b(?:agree|accept|consent)|skip ad(?:vertisement)?|loading\W*$|getting your\b.{0,40}player|play (?:video|audio)$|listen to (?:this|the) (?:article|story|podcast|episode)\b|watch the video\b|estimated reading time|(?:image|media|video) (?:caption|source)\b|view original content\b|cision$|published (?:\p{L}+ \d{1,2},? \d{4}|\d{1,2} \p{L}+ \d{4})|topics?$|subscribe to\b.{0,60}\bpodcast)/iu,
  /^ADVERTISEMENT\b/u,
  // Tickers and the senders of releases.
  /^(?:Shares?|Stocks?)\s*:\s*\p{Lu}{2,6}\b|^SOURCE:? \p{Lu}/u,
]);

/** None of those below is without one of these: every sentence of a story is asked. */
const MAY_HOLD =
  /t\.co\/|get \S+ for | can be reached at | is an? |generated from|not been edited|syndicated feed|quotes delayed|\((?:NYSE|NASDAQ|LSE|TSX|ASX|BSE|NSE|OTC)/i;
/** What any words may open is looked for by the words that are sure, and only then backwards. */
const HOLDS: readonly RegExp[] = [
  /(?<=^(?:\p{L}+ ){0,6})get \S+ for (?:just|only) [$£€]\d/iu,
  // A post with the link that its platform puts in.
  /\bhttps?:\/\/t\.co\/\w/u,
  /(?<=^\p{Lu}[\p{L}.’' -]{3,50}) (?:can be reached at|is an? (?:(?:staff|senior|freelance|\p{L}+) ){0,3}(?:reporter|writer|journalist|correspondent|editor|columnist) (?:at|for|with|based|who covers|covering)\b).{0,120}$/u,
  /\bauto-?generated from\b|\bhas not been edited by\b|\bsyndicated feed\b|\bquotes delayed\b/i,
  /(?<=^\p{Lu}[\p{L} .&]{2,40}) \((?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|BSE|NSE|OTC)[^)]{2,20}\)$/u,
];

/** That is not without one of these. */
const MAY_POINT = /^all |stand/iu;
/** A page that points at itself: "All that and more is below", "our June issue is on newsstands". */
const POINTS =
  /^all (?:of )?(?:that|this|these)(?:,)? (?:and (?:much |lots )?more|plus more)\b.{0,40}\b(?:below|ahead|inside|in (?:the|our|today['’]s) )|\b(?:issue|edition) (?:is|hits|goes|arrives)\b.{0,20}\bnews\s?stands?\b|\bon news\s?stands? (?:now|nationwide|today|\p{Lu})/iu;

/** Says whether a sentence points its reader to another part of the page or to the paper itself. */
export function pointsAtPage(sentence: string): boolean {
  return MAY_POINT.test(sentence) && POINTS.test(sentence);
}

// Credits at the end of a caption: "… on Monday. Photograph: Tom Reyl/PA", "(AP Photo/Ida Moe)", "REUTERS/Ida Moe".
const CREDITS: readonly RegExp[] = [
  /(?:^|[\s.(|—–\u0097])(?:photo(?:graph)?s?|pictures?|images?|pics?|credit|illustrations?|video)\s?(?::|\||\b(?:by|via|courtesy|credit)\b:?)\s?[^.!?\n]{2,70}\)?$/i,
  // "… in the kitchen [REX]", "… in 2001 [File: Tarn Pictures]"
  /(?<=^(?![-–—•*\d]).*)\[(?:File(?: photo)?: \p{Lu}|\p{Lu}{3,})[^[\]]{0,40}\]$/u,
  /\((?:\p{L}+ )?(?:AP|AFP|Reuters|PTI|ANI|EPA|Getty|HT|File|file|Courtesy|courtesy|Handout|handout)[^()]{0,20}(?:Photo|photo|Images|picture|pic)?[^()]{0,50}\)$/u,
  /\b(?:REUTERS|AFP|AP|EPA|PA|Getty|PTI|ANI)\/(?:\p{Lu}[\p{L}.’' -]{2,40}|Getty Images|File)$/u,
  /\b[Ff]ile (?:pic|photo|picture|image)\.?$/u,
  /^(?:courtesy (?:of|:)|illustration by|video by|photos? by)\s/i,
];
const LONGEST_CAPTION = 320;
const BULLET = /^[>»▶►•*|–—-]/u;
/** The longest line of a site's own. */
const LONGEST = 260;

/** Says whether a whole line is a site's or an agency's own: an invitation, rules of comment, a credit. */
export function isSiteLine(line: string): boolean {
  const whole = line.trim();
  const text = BULLET.test(whole) ? whole.replace(/^[\s>»▶►•*|–—-]+(?=\p{L}{4})/u, "") : whole;
  if (text.length > LONGEST) return false;
  return isOwn(text) || (text !== whole && isOwn(whole));
}

function isOwn(line: string): boolean {
  return (
    OPENINGS.some((opening) => opening.test(line)) ||
    (MAY_HOLD.test(line) && HOLDS.some((own) => own.test(line)))
  );
}

/** Says whether a line ends in the credit of a picture, and so is its caption. */
export function isCaption(line: string): boolean {
  const text = line.trim();
  if (text.length > LONGEST_CAPTION || /["”’]$/u.test(text)) return false;
  return CREDITS.some((credit) => credit.test(text));
}
