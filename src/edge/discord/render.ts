import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIStringSelectComponent,
} from "discord.js";
import type { Block, Budget, Button, Message, Tone } from "#core/message/message.ts";
import { creditLine } from "#core/message/picture.ts";
import { messageTone } from "#core/message/tone.ts";
import { webAddress } from "#edge/chat/text.ts";
import { askId, menuId } from "./ask.ts";
import { escapeText, plainLine } from "./escape.ts";
import {
  CHOICE_MOST,
  CHOICES_MOST,
  CUSTOM_ID_MOST,
  DESCRIPTION_MOST,
  type DiscordBody,
  LABEL_MOST,
  MEDIA_URL_MOST,
  PLACEHOLDER_MOST,
  ROW_MOST,
  SNOWFLAKE,
  TEXT_MOST,
  URL_MOST,
  withinLimits,
} from "./limits.ts";
import { markdownOf } from "./markdown.ts";
import { textLength } from "./size.ts";

/*
 * The SDK is not loaded here (types alone are imported), since the page and `digest --as discord`
 * set messages without it; so the numbers of component types stand here as Discord documents them.
 */
const ACTION_ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const SECTION = 9;
const TEXT_DISPLAY = 10;
const THUMBNAIL = 11;
const SEPARATOR = 14;
const CONTAINER = 17;
const SECONDARY = 2;
const LINK = 5;

/** Escapes make a text longer; only white space and control characters can make it shorter. */
const FAR_BEYOND = 4 * TEXT_MOST;

/** IS_COMPONENTS_V2 (Discord docs, "Message Flags"). */
const COMPONENTS_V2 = 1 << 15;

/** The bar at a message's left side: printer's blue. */
const ACCENT = 0x3b6ea8;
/** What presses; its words say it, too. */
const TONES: Readonly<Record<Tone, number>> = {
  flash: 0xc0261a,
  bulletin: 0xd9730d,
  update: 0x2a8a8a,
  correction: 0xc79a1b,
  kill: 0x7a1212,
};

/**
 * What one Discord message can hold. A text far beyond it is not set to find out: a part is looked
 * for by halves, and each of them would be set anew.
 */
export const DISCORD_BUDGET: Budget = {
  fits: (message) => textLength(message) <= FAR_BEYOND && withinLimits(renderMessage(message)),
};

/** Sets a message in Components V2: one container, in which each section's words are one text. */
export function renderMessage(message: Message): DiscordBody {
  const { summary, sections } = message;
  const tone = messageTone(message);
  const times = new Map<string, number>();
  const role = roleOf(message);
  const call: readonly APIComponentInContainer[] =
    role === null ? [] : [{ type: TEXT_DISPLAY, content: `<@&${role}>` }];
  const inside = [...call, ...tidy(sections.flatMap(({ blocks }) => renderBlocks(blocks, times)))];
  const nothing: APIComponentInContainer = {
    type: TEXT_DISPLAY,
    content: escapeText(summary).trim().slice(0, 1_000) || "…",
  };
  return {
    flags: COMPONENTS_V2,
    components: [
      {
        type: CONTAINER,
        accent_color: tone === null ? ACCENT : TONES[tone],
        components: inside.length === 0 ? [nothing] : inside,
      },
    ],
    allowed_mentions: { parse: [], ...(role !== null && { roles: [role] }) },
  };
}

/** A mention in a text display notifies whom `allowed_mentions` lets through (Discord docs, "Text Display"). */
function roleOf({ mention }: Message): string | null {
  return mention !== undefined && SNOWFLAKE.test(mention) ? mention : null;
}

/** The blocks of one section. `times` counts how often each line is asked in the message so far. */
function renderBlocks(
  blocks: readonly Block[],
  times: Map<string, number>,
): readonly APIComponentInContainer[] {
  const rendered: APIComponentInContainer[] = [];
  let before: Block | Beside | null = null;
  for (const block of paired(blocks)) {
    if (block.kind === "rule") rendered.push({ type: SEPARATOR, divider: true, spacing: 1 });
    else if (block.kind === "beside") rendered.push(...renderBeside(block, times));
    else if (block.kind === "picture") rendered.splice(...besidePicture(rendered, block));
    else if (block.kind === "buttons") rendered.push(...renderRows(block.buttons, times));
    else if (block.kind === "menu") rendered.push(...renderMenu(block, times));
    else {
      const words = markdownOf(block);
      if (words === "") continue;
      const open = rendered.at(-1);
      if (open?.type === TEXT_DISPLAY) {
        const gap = before?.kind === block.kind && GAPPED.has(block.kind) ? "\n\n" : "\n";
        rendered.splice(-1, 1, { ...open, content: `${open.content}${gap}${words}` });
      } else rendered.push({ type: TEXT_DISPLAY, content: words });
    }
    before = block;
  }
  return rendered;
}

type Picture = Extract<Block, { kind: "picture" }>;

/**
 * The words before a picture stand at its side, with its credit below them.
 * @returns what `splice` takes
 */
function besidePicture(
  rendered: readonly APIComponentInContainer[],
  { url: address, alt, credit }: Picture,
): [start: number, deleted: number, ...set: APIComponentInContainer[]] {
  const url = webAddress(address);
  if (url === null || url.length > MEDIA_URL_MOST) return [rendered.length, 0];
  const small = markdownOf({ kind: "note", spans: [{ text: creditLine(credit) }] });
  const open = rendered.at(-1);
  const words = open?.type === TEXT_DISPLAY ? [open.content, small] : [small];
  const description = alt === null ? "" : plainLine(alt, DESCRIPTION_MOST);
  const section: APIComponentInContainer = {
    type: SECTION,
    components: [{ type: TEXT_DISPLAY, content: words.join("\n") }],
    accessory: { type: THUMBNAIL, media: { url }, ...(description !== "" && { description }) },
  };
  return [rendered.length + 1 - words.length, words.length - 1, section];
}

/** Two of these, one after the other, would be read as one without an empty line between them. */
const GAPPED: ReadonlySet<string> = new Set(["paragraph", "quote"]);

type Note = Extract<Block, { kind: "note" }>;

/** Small print with one button at its side. */
interface Beside {
  readonly kind: "beside";
  readonly note: Note;
  readonly button: Button;
}

/** A button that stands alone below small print goes to its side: the row of its own would be the widest line of an item. */
function paired(blocks: readonly Block[]): readonly (Block | Beside)[] {
  const set: (Block | Beside)[] = [];
  for (const block of blocks) {
    const open = set.at(-1);
    const [button, ...others] = block.kind === "buttons" ? block.buttons : [];
    if (open?.kind === "note" && button?.kind === "ask" && others.length === 0) {
      set.splice(-1, 1, { kind: "beside", note: open, button });
    } else set.push(block);
  }
  return set;
}

function renderBeside(
  { note, button }: Beside,
  times: Map<string, number>,
): readonly APIComponentInContainer[] {
  const content = markdownOf(note);
  const [accessory] = renderButton(button, times);
  const text = { type: TEXT_DISPLAY, content } as const;
  if (accessory === undefined) return content === "" ? [] : [text];
  if (content === "") return [{ type: ACTION_ROW, components: [accessory] }];
  return [{ type: SECTION, components: [text], accessory }];
}

function renderRows(
  buttons: readonly Button[],
  times: Map<string, number>,
): readonly APIActionRowComponent<APIButtonComponent>[] {
  const components = buttons.flatMap((button) => renderButton(button, times));
  return Array.from({ length: Math.ceil(components.length / ROW_MOST) }, (_, row) => ({
    type: ACTION_ROW,
    components: components.slice(row * ROW_MOST, (row + 1) * ROW_MOST),
  }));
}

/** No button for one that Discord would refuse with the whole message. */
function renderButton(button: Button, times: Map<string, number>): readonly APIButtonComponent[] {
  const label = plainLine(button.label, LABEL_MOST) || "Open";
  if (button.kind === "link") {
    const url = webAddress(button.href);
    if (url === null || url.length > URL_MOST) return [];
    return [{ type: BUTTON, style: LINK, label, url }];
  }
  const time = (times.get(button.ask) ?? 0) + 1;
  const custom_id = askId(button.ask, time);
  if (custom_id.length > CUSTOM_ID_MOST) return [];
  times.set(button.ask, time);
  return [{ type: BUTTON, style: SECONDARY, label, custom_id }];
}

/** Its choices hold the lines that they ask, so that it works after a restart, as a button does. */
function renderMenu(
  { label, choices }: Extract<Block, { kind: "menu" }>,
  times: Map<string, number>,
): readonly APIActionRowComponent<APIStringSelectComponent>[] {
  const options = choices
    .filter(({ ask }) => ask.length <= CHOICE_MOST)
    .slice(0, CHOICES_MOST)
    .map((choice) => ({ label: plainLine(choice.label, CHOICE_MOST) || "…", value: choice.ask }));
  if (options.length === 0) return [];
  const time = (times.get(MENU) ?? 0) + 1;
  times.set(MENU, time);
  const placeholder = plainLine(label, PLACEHOLDER_MOST);
  const select = { type: STRING_SELECT, custom_id: menuId(time), placeholder, options } as const;
  return [{ type: ACTION_ROW, components: [select] }];
}

/** No line is asked by this name, so that menus are counted beside the buttons' lines. */
const MENU = "";

/** No rule at either end, where a part of an edition may have one, and none beside another. */
function tidy(components: readonly APIComponentInContainer[]): readonly APIComponentInContainer[] {
  return components.filter(
    ({ type }, index) =>
      type !== SEPARATOR ||
      (index > 0 && hasMore(components, index) && !isRule(components[index - 1])),
  );
}

function hasMore(components: readonly APIComponentInContainer[], index: number): boolean {
  return components.slice(index + 1).some((component) => !isRule(component));
}

function isRule(component: APIComponentInContainer | undefined): boolean {
  return component?.type === SEPARATOR;
}
