import type { InChat, Whereabouts } from "#core/access/audience.ts";
import type { Rights } from "#core/access/may-give.ts";
import { PAGE, type Platform } from "#core/digest/subscription.ts";
import type { Language } from "#core/language/language.ts";
import type { Message } from "#core/message/message.ts";
import type { CommandName } from "./command.ts";
import type { Form, FormName } from "./form.ts";
import type { Refused } from "./form-check.ts";

/** Who asks. */
export interface Asker extends Rights {
  /** `slack:U0123`, `discord:1234567890`, `preview:page`: the same for one person for good. */
  readonly id: string;
  /** As people call them, for the audit: never a mention. */
  readonly name: string;
}

/** Somebody on the page, with where they would ask by a direct message of their platform. */
export interface Visitor extends Asker {
  readonly as: InChat;
}

/** Where someone can be written to directly: their platform; `null` on the page, which has no direct messages. */
export function directPlatform({ id }: Pick<Asker, "id">): Platform | null {
  const [platform = PAGE] = id.split(":", 1);
  return platform === PAGE ? null : platform;
}

/** The channel of a platform in which someone asks. */
export interface Place {
  readonly platform: Platform;
  /** The platform's own id of the channel. */
  readonly address: string;
  /** As people call it, without its sign; `null` where the platform does not say. */
  readonly name: string | null;
}

/** A message that stands on a platform, as its receipt named it. */
export interface PostedMessage {
  readonly platform: Platform;
  /** The platform's own id of the channel that it stands in, or in a thread of. */
  readonly address: string;
  /** The id that the courier gave it. */
  readonly messageId: string;
}

/**
 * How commands are typed on a platform: `line`, in one line behind a slash; `word`, some of them as words of `/desk`, since
 * their names are taken there; `options`, with each option by its name.
 */
export type Manner = "line" | "word" | "options";

/** Who asks, and where. */
export interface Asked {
  readonly asker: Asker;
  /** `null` in a direct message, and on the page where no channel is open. */
  readonly place: Place | null;
  /** The newsroom's name of the channel it was asked in, where that is one of ours. */
  readonly channel: string | null;
  /** Which decides, beside the channel, what may be shown in the answer: `core/access/audience.ts`. */
  readonly whereabouts: Whereabouts;
  /** Left out: `line`. */
  readonly manner?: Manner;
  /** In which help, forms and buttons are said to them, as their platform tells; `null` or left out: the newsroom's. */
  readonly language?: Language | null;
}

/** A command with its options by name, as a platform with typed options hands it over. */
export interface Question extends Asked {
  readonly command: CommandName;
  readonly options: Readonly<Record<string, string>>;
}

/** One choice offered while someone types: `value` goes back as the option's text. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/**
 * Port: where every front end (Discord, Slack, the page) takes a reader's question.
 *
 * It never throws for anything a reader typed: a mistake is answered with a message that says how
 * to put it right. Nothing that is held appears in an answer or a suggestion. Each question is
 * checked anew for permission, channel and embargo.
 */
export interface FrontDesk {
  ask(question: Question): Promise<Message>;
  /** The same for one line of the grammar, as buttons and menus hold it: `quotes dar`. */
  askLine(line: string, asked: Asked): Promise<Message>;
  /**
   * What someone typed, in whatever way: a command, with its slash or without, a question in their own
   * words, or a word of thanks. The answer says how it was understood, and what was left out.
   */
  askTyped(text: string, asked: Asked): Promise<Message>;
  /** "Brief this" on a message: the brief of its article, or the choice among its articles. */
  askPost(post: PostedMessage, asked: Asked): Promise<Message>;
  /** What someone finds where the bot is at home: their subscriptions and the latest edition. */
  home(asked: Asked): Promise<Message>;
  /**
   * The form that is opened for a question instead of an answer; `null`: ask it. It answers at once,
   * since both platforms open a form within three seconds of the question or not at all.
   */
  formFor(question: Question): Form | null;
  /** The same for one line of text. */
  formForLine(line: string, asked: Asked): Form | null;
  /**
   * Looks at what was filled in before it is taken, by the rules of the command that it goes to: what is wrong, each at its
   * field; `null`: it can be handed in. It looks for one article at most, as a completion does.
   */
  check(
    form: Pick<Form, "name" | "along">,
    values: Readonly<Record<string, string>>,
    asked: Asked,
  ): Promise<Refused | null>;
  /** What was filled in, by the names of the form's fields, with what the form took along. */
  submit(form: FormName, values: Readonly<Record<string, string>>, asked: Asked): Promise<Message>;
  /** At most 25, best first. */
  suggest(
    command: CommandName,
    option: string,
    typed: string,
    asked: Asked,
  ): Promise<readonly Suggestion[]>;
}
