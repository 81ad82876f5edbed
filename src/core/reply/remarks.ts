/** What is said to the bot about itself, or about what went before. */
export type Remark = "insult" | "self" | "follow-up";

const VERY =
  "(?:(?:a|an|so|such|really|completely|totally|just|fucking|bloody|damn|very|absolutely|pretty|the|most) ){0,4}";
const BAD =
  "(?:stupid|useless|dumb|idiotic|crap|crappy|rubbish|terrible|awful|hopeless|worthless|pathetic|garbage|trash|shit|shitty|annoying|horrible|ridiculous|lousy|broken|nonsense|bad|idiot|moron|joke|waste of time|fucking)";
const THING =
  "(?:bot|machine|thing|robot|program|software|computer|app|idiot|moron|piece of (?:shit|crap|junk|garbage)|copydesk)";
const CURSE =
  "(?:fuck(?: off| you| u| this| it)?|fuck(?:ing)? (?:hell|bot)|piss off|go to hell|shut up|screw you|damn(?: you| it)?|get lost|wtf|what the (?:fuck|hell)|bullshit|bollocks|shit|crap|idiot|moron|asshole|arsehole|bastard|i hate (?:you|this)|you suck|this sucks|what(?: i|')s wrong with you|are you (?:stupid|broken|dumb|kidding(?: me)?|serious|drunk|blind|deaf|mad|crazy|an idiot)|you don't (?:understand|get it|know anything)|you (?:know|understand) nothing|can't you read)";
const INSULT = `(?:${CURSE}|(?:you(?: are|'re)?|ur?|u r|this(?: bot| thing)?(?: is|'s)?|it(?: is|'s)|that (?:was|is)|that's|what|copydesk is|bot) ${VERY}${BAD}(?: ${THING}){0,2}|(?:what )?${VERY}${BAD} ${THING}|useless|rubbish|pathetic|${THING} sucks|this ${THING} sucks)`;

const KIND =
  "(?:an? )?(?:bot|human(?: being)?|robot|person|real(?: person)?|machine|ai|computer|program|alive|there|copydesk|someone|anybody|anyone)";
const SELF = `(?:(?:who|what)(?: are|'re) you|are you (?:really )?(?:just )?${KIND}(?: or (?:just )?${KIND})?|am i (?:talking|speaking|chatting|writing) (?:to|with) ${KIND}(?: or ${KIND})?|is (?:this|it) ${KIND}|is (?:any(?:one|body)|someone) there|(?:what|who)(?: is|'s) (?:copydesk|this bot)|what(?: is|'s) your name|who (?:made|built|wrote|runs) you)`;

const NTH =
  "(?:the )?(?:first|second|third|fourth|fifth|last|other|next|same|previous|former|latter)";
const ITEM = "(?:one|two|story|article|item|result|piece|thing)";
const ONE = `${NTH}(?: ${ITEM})?`;
const BEFORE = `(?:it|this|that|them|these|those|him|her|this one|that one|${ONE}|number (?:\\d+|one|two|three))`;
const OFFICE = "(?:(?:the|his|her|their|its) (?:[\\p{L}-]+ ){1,3}|he |she |they |it )";
const ANSWER = "(?:say|said|do|react|respond|think|answer|reply|claim|want|decide|mean)";
const FOLLOW_UP = [
  "more(?: of (?:it|this|that))?|next(?: one| page)?|go on|continue|carry on|keep going|the rest",
  `(?:show|give|tell|send|get|read)(?: me| us)? (?:some |the )?(?:more|next|rest|others?)(?: (?:about|on|of|from) ${BEFORE})?`,
  `(?:tell me about|show me|open|what about|how about|more (?:about|on)|explain) ${BEFORE}`,
  `${NTH} ${ITEM}`,
  "(?:anything|what) else(?: (?:is there|happened|is new|do you have))?",
  `(?:and|so|but) (?:then|why|when|where|who|how|what)(?: (?:then|next|now|else))?|then what`,
  "(?:and |so |but )?what (?:happened|happens|comes|came) (?:next|then|after that|afterwards)",
  `(?:and|so|but) (?:what|why|how|when) (?:did|does|do|has|have) ${OFFICE}${ANSWER}(?: (?:about|to|of) (?:it|this|that))?`,
  `what else (?:did|does|do|has|have) ${OFFICE}${ANSWER}`,
  `what (?:did|does|do) (?:he|she|they|it) ${ANSWER}(?: (?:about|to|of) (?:it|this|that))?`,
  `(?:keep me (?:posted|updated|informed)|(?:alert|notify) me)(?: (?:about|on|of) ${BEFORE})?`,
].join("|");

const PLEASE = "(?: please| thanks| thank you)?";

/** In order: the first that fits a line in lower case, without its stops. */
export const REMARKS: readonly (readonly [Remark, RegExp])[] = [
  ["insult", new RegExp(`^(?:${INSULT})(?: (?:${INSULT}|${THING})){0,3}$`, "u")],
  ["self", new RegExp(`^(?:${SELF})$`, "u")],
  ["follow-up", new RegExp(`^(?:(?:ok|please|yes|and|well) ){0,3}(?:${FOLLOW_UP})${PLEASE}$`, "u")],
];
