import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIContainerComponent,
  APISectionComponent,
  APIStringSelectComponent,
  APITextDisplayComponent,
} from "discord.js";

/*
 * Source of all figures: Discord docs, "Component Reference" (the legacy section has none of them).
 * Discord counts characters; UTF-16 units, which we count, are never fewer.
 */

/** What is sent as one message: words and buttons as components, and nobody mentioned but the role that a message names. */
export interface DiscordBody {
  readonly flags: number;
  readonly components: [APIContainerComponent];
  /** `parse`: nobody who is named in the text; `roles`: this one alone (Discord docs, "Allowed Mentions Object"). */
  readonly allowed_mentions: { readonly parse: []; readonly roles?: readonly [string] };
}

/** An id of Discord's; in tests and in years to come it may be as long. */
export const SNOWFLAKE = /^\d{15,21}$/;

/** "The maximum number of components in a message is 40", nested ones included. */
const COMPONENTS_MOST = 40;
/** Of all text displays of a message together. */
export const TEXT_MOST = 4_000;
export const LABEL_MOST = 80;
export const CUSTOM_ID_MOST = 100;
export const URL_MOST = 512;
/** Of a thumbnail, for who cannot see it. */
export const DESCRIPTION_MOST = 1_024;
/** The page names none; an embed's picture may have as much (Discord docs, "Message", Embed Limits, as its clients keep them). */
export const MEDIA_URL_MOST = 2_048;
/** An action row holds at most this many buttons. */
export const ROW_MOST = 5;
/** Options of a select; an autocomplete takes as many choices. */
export const CHOICES_MOST = 25;
/** A label or a value of a select's option, and of an autocomplete's choice. */
export const CHOICE_MOST = 100;
export const PLACEHOLDER_MOST = 150;

/** Says whether Discord takes a body as one message. */
export function withinLimits({ components }: DiscordBody): boolean {
  const [container] = components;
  const inside = container.components;
  return (
    1 + inside.reduce((sum, component) => sum + componentsIn(component), 0) <= COMPONENTS_MOST &&
    inside.reduce((sum, component) => sum + textIn(component), 0) <= TEXT_MOST &&
    inside.filter(isRow).every(rowFits) &&
    inside.filter(isSection).every(({ accessory }) => accessoryFits(accessory)) &&
    idsAreUnique(inside.flatMap(pressedIn))
  );
}

type Row = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>;

function isRow(component: APIComponentInContainer): component is Row {
  return component.type === 1 && component.components.every(({ type }) => type === 2 || type === 3);
}

function isSection(component: APIComponentInContainer): component is APISectionComponent {
  return component.type === 9;
}

function isText(component: APIComponentInContainer): component is APITextDisplayComponent {
  return component.type === 10;
}

/** A section's accessory is one, too. */
function componentsIn(component: APIComponentInContainer): number {
  if (isSection(component)) return 2 + component.components.length;
  return isRow(component) ? 1 + component.components.length : 1;
}

function textIn(component: APIComponentInContainer): number {
  const texts = isSection(component) ? component.components : isText(component) ? [component] : [];
  return texts.reduce((sum, { content }) => sum + content.length, 0);
}

/** What people press. */
function pressedIn(component: APIComponentInContainer): readonly Row["components"][number][] {
  if (isRow(component)) return component.components;
  return isSection(component) && component.accessory.type === 2 ? [component.accessory] : [];
}

function accessoryFits(accessory: APISectionComponent["accessory"]): boolean {
  if (accessory.type === 2) return buttonFits(accessory);
  const { media, description } = accessory;
  return media.url.length <= MEDIA_URL_MOST && (description ?? "").length <= DESCRIPTION_MOST;
}

/** A select takes the whole row. */
function rowFits({ components }: Row): boolean {
  const most = components.some(({ type }) => type === 3) ? 1 : ROW_MOST;
  return (
    components.length > 0 &&
    components.length <= most &&
    components.every((inner) => (inner.type === 3 ? selectFits(inner) : buttonFits(inner)))
  );
}

function selectFits({ placeholder = "", options }: APIStringSelectComponent): boolean {
  return (
    placeholder.length <= PLACEHOLDER_MOST &&
    options.length > 0 &&
    options.length <= CHOICES_MOST &&
    new Set(options.map(({ value }) => value)).size === options.length &&
    options.every(({ label, value }) => isChoice(label) && isChoice(value))
  );
}

function isChoice(text: string): boolean {
  return text.length > 0 && text.length <= CHOICE_MOST;
}

function buttonFits(button: APIButtonComponent): boolean {
  if ("url" in button) return button.url.length <= URL_MOST && labelFits(button.label);
  if ("custom_id" in button) {
    return button.custom_id.length <= CUSTOM_ID_MOST && labelFits(button.label);
  }
  return false;
}

function labelFits(label: string | undefined): boolean {
  return label !== undefined && label !== "" && label.length <= LABEL_MOST;
}

/** "custom_id must be unique per component", or Discord refuses the message. */
function idsAreUnique(buttons: readonly Row["components"][number][]): boolean {
  const ids = buttons.flatMap((button) => ("custom_id" in button ? [button.custom_id] : []));
  return new Set(ids).size === ids.length;
}
