import type { ArticleId } from "#core/article/article.ts";
import type { Audience } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Picture } from "#core/article/picture.ts";

/** How a moment is said: its weekday, day and time; its day and time; its time alone. */
export type MomentForm = "day" | "short" | "time";

/** A run of text in one style. Text is data: no platform may read markup or a mention out of it. */
export interface Span {
  readonly text: string;
  readonly style?: "strong" | "emphasis";
  /** `http:` or `https:` only. */
  readonly href?: string;
  /**
   * The moment that the text tells in the newsroom's zone: a platform that knows its reader's clock shows that instead. To the
   * second; its text is one line.
   */
  readonly moment?: { readonly at: Instant; readonly form: MomentForm };
}

/** A button: asks the desk a question, or opens an address. */
export type Button =
  | {
      readonly kind: "ask";
      readonly label: string;
      /** A command line of `core/reply` without the slash, such as `quotes a1b2c3`; at most 90 characters. */
      readonly ask: string;
      /** What a screen reader says instead of the label, where several of one label stand in a message; left out: the label. */
      readonly spoken?: string;
    }
  | { readonly kind: "link"; readonly label: string; readonly href: string };

/** One line of a menu: choosing it asks the desk a question. */
export interface MenuChoice {
  readonly label: string;
  /** As a button's. */
  readonly ask: string;
}

/** One line of what is in an edition. */
export interface Entry {
  /** The article that it names: what becomes of that is told here, too. */
  readonly about: ArticleId;
  readonly text: string;
  /** As a span's. */
  readonly href?: string;
}

/** One platform-neutral piece of a message. */
export type Block =
  /** The name of the whole message: one, at its head. */
  | { readonly kind: "title"; readonly text: string }
  /** What is in an edition, in its order. */
  | { readonly kind: "contents"; readonly entries: readonly Entry[] }
  /** The name of a section of the paper, above its items. */
  | { readonly kind: "head"; readonly text: string }
  /** The headline of one item; that of the `lead` is set larger where a platform can. */
  | { readonly kind: "headline"; readonly spans: readonly Span[]; readonly weight?: "lead" }
  | {
      readonly kind: "paragraph";
      readonly spans: readonly Span[];
      /** A line about what stood here before: what was amended, or that it is withdrawn. */
      readonly notice?: "amended" | "withdrawn";
      /** For whom both versions are that a line tells apart: it is told to nobody else. Left out: an earlier version of the bot drew it. */
      readonly for?: Audience;
      readonly from?: readonly ArticleId[];
    }
  | {
      readonly kind: "list";
      readonly items: readonly (readonly Span[])[];
      /**
       * Reports that it was drawn from, where it is not of one article alone: when one of them changes
       * or may not be shown any more, it goes.
       */
      readonly from?: readonly ArticleId[];
    }
  /** Someone's words, set as a quotation, and under them who said so; quotation marks are the renderer's. */
  | { readonly kind: "quote"; readonly text: string; readonly by: readonly Span[] }
  /** A picture, shown small and always with whose it is, by an address that nobody here fetches. */
  | ({ readonly kind: "picture" } & Picture)
  /** Small print: source, time, counts. */
  | {
      readonly kind: "note";
      readonly spans: readonly Span[];
      readonly from?: readonly ArticleId[];
      /** It is for the desk's own channels alone; left out: for whoever reads the message. */
      readonly desk?: true;
    }
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] }
  | {
      readonly kind: "menu";
      /** What is chosen here. */
      readonly label: string;
      /** 1 to 25 of them (Discord docs, "String Select"), each asking something else. */
      readonly choices: readonly MenuChoice[];
    }
  | { readonly kind: "rule" };

/** What presses in a section: shown by a colour, and always said by a word as well. */
export type Tone = "flash" | "bulletin" | "update" | "correction" | "kill";

/**
 * How an item of an edition was drawn, so that a correction draws it anew in the same way, and guesses nothing from
 * printed words.
 */
export interface Drawn {
  /** Most facts and quotes. */
  readonly facts: number;
  readonly quotes: number;
  /** It has a button. */
  readonly buttons: boolean;
  /** The editor's note is shown. */
  readonly internal: boolean;
  /** It leads its edition. */
  readonly isLead: boolean;
  /** It stands under the name of its section, so that it does not say it. */
  readonly underHead: boolean;
  /** It has its picture, where the article has one; left out: none, as in whatever an earlier version drew. */
  readonly pictures?: true;
  /** What presses in it, where the title of its edition says so, and not the item; left out: nothing, or it says so itself. */
  readonly said?: Tone;
}

/**
 * How something about an article was drawn: as an item; `whole`, every fact and its pull quotes, with no headline above
 * them, as in a thread; or `rest`, what goes on of it where an earlier message had no more room.
 */
export type Face = Drawn | "whole" | "rest";

/** Blocks that belong together, such as one brief: a message is parted between sections first. */
export interface Section {
  readonly blocks: readonly Block[];
  /** The article that it is about, so that a correction finds it in what is posted already. */
  readonly about?: ArticleId;
  /** Other reports that something in it was drawn from. */
  readonly beside?: readonly ArticleId[];
  /** Of what is about an article; left out: an earlier version drew it. */
  readonly drawn?: Face;
  /** Left out: nothing presses. */
  readonly tone?: Tone;
}

/** A post in a forum, which has a title and tags. */
export interface ForumPost {
  readonly title: string;
  /** Names of tags; the channel may have none of them. */
  readonly tags: readonly string[];
}

/** What is said to one channel, or to one asker, on any platform. */
export interface Message {
  /** The whole in one line, for notifications and screen readers. */
  readonly summary: string;
  /** It opens a post of its own in a forum; left out: it stands in the channel, or in a thread. */
  readonly forumPost?: ForumPost;
  /**
   * The one role or user group that it mentions, by the platform's own id: of the post that tells a flash first
   * (`mention.ts`), and of no other. Left out: nobody. The renderer alone writes it; text mentions nobody.
   */
  readonly mention?: string;
  /** It goes on to those who follow the channel, once it stands there; left out: it does not. */
  readonly publish?: true;
  /** It opens the latest digest of its channel, which is kept at hand there by this name; left out: it does not. */
  readonly latest?: string;
  readonly sections: readonly Section[];
}

/**
 * What one platform lets through in one message.
 *
 * It is a predicate and not a set of numbers, because only the platform's own renderer knows what
 * its escapes and components add; each renderer exports one, beside the limits that it keeps.
 */
export interface Budget {
  /** True when `message` can be posted as one. */
  fits(message: Message): boolean;
}

const ANYTHING: Budget = { fits: () => true };

/** What may stand in one message there. A platform that is gone, whose posts nobody can amend any more, lets all through. */
export function budgetOf(budgets: Readonly<Record<string, Budget>>, platform: string): Budget {
  return budgets[platform] ?? ANYTHING;
}
