import { LABELS } from "#core/language/labels.ts";
import type { Button, Message } from "#core/message/message.ts";
import { note, paragraph, section } from "#core/message/say.ts";
import { REMARKS, type Remark } from "./remarks.ts";

/** What is said without asking for anything. */
export type SmallTalk = "thanks" | "greeting" | "assent" | "farewell" | "nothing" | Remark;

const NAME =
  "(?: (?:copydesk|desk|bot|there|all|everyone|everybody|team|folks|mate|buddy|pal|guys|man|my friend|dear))?";
/** Reads: that's brilliant · this is very helpful · you are great */
const PRAISE =
  "(?: (?:(?:that|this|it|you)(?:'s|'re| is| are| was| were)? (?:all |just |very |really |so |absolutely |exactly )*(?:great|brilliant|perfect|helpful|useful|amazing|awesome|excellent|fantastic|lovely|nice|good|cool|super|wonderful|what i needed|enough|kind|a great help|a star)|great|perfect|brilliant))?";
const THANKS =
  "(?:ok(?:ay)? |great |perfect |cool |nice )?(?:(?:many |great )?thanks?(?: you)?|thank you|thx|ty|cheers|much appreciated|danke(?: schön)?|merci(?: beaucoup)?|(?:muchas )?gracias|grazie|obrigad[oa]|dziękuję|спасибо|teşekkürler|شكرا|شکریہ)(?: (?:so much|very much|a lot|a million|again|for (?:that|this|your help|the help)))?";
const GREETING =
  "(?:hello|hi|hey|hiya|howdy|good (?:morning|afternoon|evening|day)|morning|hallo|guten (?:morgen|tag|abend)|moin|bonjour|salut|hola|buenos días|ciao|buongiorno|olá|привет|merhaba|مرحبا|سلام)(?: hello| hi)?(?: (?:how are you|how is it going|how's it going))?";
const ASSENT =
  "(?:ok(?:ay)?|okey|k|yes|yep|yeah|no|nope|sure|fine|alright|all right|right|great|perfect|nice|cool|good|got it|i see|understood|noted|well done|good (?:bot|job|work)|wow|lol|haha|sorry|never ?mind|test|testing)";
const FAREWELL =
  "(?:bye|goodbye|bye bye|see you(?: later| soon| tomorrow)?|good night|so long|ciao ciao|tschüss|au revoir|adiós)";

const TALK: readonly (readonly [SmallTalk, RegExp])[] = [
  ["thanks", new RegExp(`^${THANKS}${NAME}${PRAISE}${NAME}$`, "u")],
  ["farewell", new RegExp(`^${FAREWELL}${NAME}$`, "u")],
  ["greeting", new RegExp(`^${GREETING}${NAME}$`, "u")],
  ["assent", new RegExp(`^${ASSENT}${NAME}$`, "u")],
  ...REMARKS,
];

/** A stop, or a word that begins a question or a wish: "good morning Vietnam" greets nobody. */
const BEHIND_GREETING =
  "(?:\\s*[!.,:;…]+\\s+|\\s+[–—-]+\\s+|\\s+(?=(?:what|who|when|where|why|how|is|are|any|can|could|would|do|does|did|please|tell|show|give|send|i|keep|let|alert|notify)(?:['’]\\p{L}+)?\\s))";
const GREETED = new RegExp(`^${GREETING}${NAME}${BEHIND_GREETING}(?=.*[\\p{L}\\p{N}])`, "iu");

/** A line without the greeting before what it asks: `good morning! what's the news?`; a greeting alone stays. */
export function withoutGreeting(text: string): string {
  return smallTalk(text) === null ? text.replace(GREETED, "") : text;
}

/**
 * What a line is that asks for nothing: `thanks!`, `hello`, a thumb that goes up.
 * @returns `null` for a line that asks for something
 */
export function smallTalk(text: string): SmallTalk | null {
  if (text.trim() === "") return null;
  const plain = text
    .toLowerCase()
    .replace(/:[a-z0-9_+-]+:/gu, " ") // Slack's names of emoji
    .replace(/[^\p{L}\p{N}\p{M}'’]+/gu, " ")
    .replaceAll("’", "'")
    .trim();
  // A sign that a search could be told by is explained there.
  if (plain === "") return /["“”„-]/u.test(text) ? null : "nothing";
  return TALK.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const WORDS: Readonly<Record<SmallTalk, string>> = {
  thanks: "You are welcome.",
  greeting: "Hello. What do you want to know?",
  assent: "All right.",
  farewell: "Goodbye.",
  nothing: "Write what you want to know.",
  insult: "I am sorry that this did not help.",
  self: "I am Copydesk, this newsroom's digest desk: a program, and no person.",
  "follow-up": "I keep no memory of what was asked before.",
};

const FEW_WORDS = "A few words are enough: a name, a place, what it is about.";
/** What a word alone would leave open. */
const HOW: Readonly<Partial<Record<SmallTalk, string>>> = {
  greeting: FEW_WORDS,
  nothing: FEW_WORDS,
  self: "I post digests of its copy, and answer about it: what happened, who said what, the key facts.",
  "follow-up": "Use the buttons below an answer, or name who, where or what you mean.",
};

const HELP: Button = { kind: "ask", label: LABELS.whatCanIAsk, ask: "help" };

/** A short plain word, and no search. */
export function smallTalkAnswer(talk: SmallTalk): Message {
  const summary = WORDS[talk];
  const how = HOW[talk];
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary }),
        ...(how === undefined ? [] : [note({ text: how })]),
        ...(how === undefined && talk !== "insult"
          ? []
          : [{ kind: "buttons", buttons: [HELP] } as const]),
      ),
    ],
  };
}
