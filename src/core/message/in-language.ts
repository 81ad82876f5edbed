import { EN } from "#core/language/en.ts";
import type { LabelTexts, Language } from "#core/language/language.ts";
import type { Block, Button, Message } from "./message.ts";

type LabelKey = keyof LabelTexts;

/** What is made says its labels in English, which are told by their words: so a message in the store has no language. */
const KEYS: ReadonlyMap<string, LabelKey> = new Map(
  keysOf(EN.labels).map((key) => [EN.labels[key], key]),
);

/** Labels with something filled in: `Page 3`. */
const PATTERNS: readonly (readonly [LabelKey, RegExp])[] = keysOf(EN.labels)
  .filter((key) => EN.labels[key].includes("{}"))
  .map((key) => [key, patternOf(EN.labels[key])]);

function keysOf(labels: LabelTexts): readonly LabelKey[] {
  return Object.keys(labels).filter((key): key is LabelKey => key in labels);
}

function patternOf(label: string): RegExp {
  const [before = "", after = ""] = label
    .split("{}")
    .map((part) => part.replace(/[()?.]/gu, "\\$&"));
  return new RegExp(`^${before}(?<filled>.+)${after}$`, "su");
}

/** A label in a language; as it is where it is none of the bot's own, such as a headline. */
export function labelIn(label: string, { labels }: Language): string {
  const key = KEYS.get(label);
  if (key !== undefined) return labels[key];
  for (const [own, pattern] of PATTERNS) {
    const filled = pattern.exec(label)?.groups?.filled;
    if (filled !== undefined) return labels[own].replace("{}", () => filled);
  }
  return label;
}

/** A message with its buttons and menus in a language; its other words stay as they are. */
export function inLanguage(message: Message, language: Language): Message {
  if (language === EN) return message;
  const sections = message.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => blockIn(block, language)),
  }));
  return { ...message, sections };
}

function blockIn(block: Block, language: Language): Block {
  if (block.kind === "buttons") {
    return { ...block, buttons: block.buttons.map((button) => buttonIn(button, language)) };
  }
  if (block.kind !== "menu") return block;
  // Choices are headlines and names, but for pages, of which a menu has no headline.
  const ofPages = EN.labels.page.split("{}")[0] ?? "";
  const choices = block.label.startsWith(ofPages)
    ? block.choices.map((one) => ({ ...one, label: labelIn(one.label, language) }))
    : block.choices;
  return { ...block, label: labelIn(block.label, language), choices };
}

function buttonIn(button: Button, language: Language): Button {
  const label = labelIn(button.label, language);
  if (button.kind === "link" || button.spoken === undefined) return { ...button, label };
  return { ...button, label, spoken: labelIn(button.spoken, language) };
}
