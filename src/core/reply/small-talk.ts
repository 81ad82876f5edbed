import { LABELS } from "#core/language/labels.ts";
import type { Button, Message } from "#core/message/message.ts";
import { note, paragraph, section } from "#core/message/say.ts";

/** What is said without asking for anything. */
export type SmallTalk = "thanks" | "greeting" | "assent" | "farewell" | "nothing";

const NAME = "(?: (?:copydesk|desk|bot|there|all|everyone|everybody|team|folks))?";
const THANKS =
  "(?:ok(?:ay)? |great |perfect |cool |nice )?(?:(?:many |great )?thanks?(?: you)?|thank you|thx|ty|cheers|much appreciated|danke(?: schön)?|merci(?: beaucoup)?|(?:muchas )?gracias|grazie|obrigad[oa]|dziękuję|спасибо|teşekkürler|شكرا|شکریہ)(?: (?:so much|very much|a lot|a million|again|for (?:that|this|your help|the help)))?";
const GREETING =
  "(?:hello|hi|hey|hiya|howdy|good (?:morning|afternoon|evening|day)|morning|hallo|guten (?:morgen|tag|abend)|moin|bonjour|salut|hola|buenos días|ciao|buongiorno|olá|привет|merhaba|مرحبا|سلام)(?: hello| hi)?(?: (?:how are you|how is it going|how's it going))?";
const ASSENT =
  "(?:ok(?:ay)?|okey|k|yes|yep|yeah|no|nope|sure|fine|alright|all right|right|great|perfect|nice|cool|good|got it|i see|understood|noted|well done|good (?:bot|job|work)|wow|lol|haha|sorry|never ?mind|test|testing)";
const FAREWELL =
  "(?:bye|goodbye|bye bye|see you(?: later| soon| tomorrow)?|good night|so long|ciao ciao|tschüss|au revoir|adiós)";

const TALK: readonly (readonly [SmallTalk, RegExp])[] = [
  ["thanks", new RegExp(`^${THANKS}${NAME}$`, "u")],
  ["farewell", new RegExp(`^${FAREWELL}${NAME}$`, "u")],
  ["greeting", new RegExp(`^${GREETING}${NAME}$`, "u")],
  ["assent", new RegExp(`^${ASSENT}${NAME}$`, "u")],
];

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
};

const HELP: Button = { kind: "ask", label: LABELS.whatCanIAsk, ask: "help" };

/** A short plain word, and no search. */
export function smallTalkAnswer(talk: SmallTalk): Message {
  const summary = WORDS[talk];
  const asks = talk === "greeting" || talk === "nothing";
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary }),
        ...(asks
          ? [
              note({ text: "A few words are enough: a name, a place, what it is about." }),
              { kind: "buttons", buttons: [HELP] } as const,
            ]
          : []),
      ),
    ],
  };
}
