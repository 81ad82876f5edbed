import type { Filed } from "#core/digest/edition.ts";
import { fold } from "#core/digest/fold.ts";
import { type Topic, type TopicField, topicText } from "#core/digest/topic.ts";
import { LABELS } from "#core/language/labels.ts";
import type { Block, Message } from "#core/message/message.ts";
import { count, note, paragraph, section, titleCase } from "#core/message/say.ts";
import { LONGEST_ASK, MENU_MOST } from "./button.ts";
import type { Naming } from "./naming.ts";

/** What someone may leave out of a digest of their own. */
interface Mutable {
  readonly topic: Topic;
  readonly label: string;
  /** Articles of it. */
  readonly used: number;
}

/** What is asked where a digest of one's own may be: what of these articles is to be left out, and what is left out already. */
export function notForMeAnswer(
  shown: readonly Filed[],
  leftOut: readonly Topic[],
  named: Naming,
): Message {
  const choices = mutables(shown, leftOut).map(({ topic, label, used }) => ({
    label: `${label} · ${count(used, "article")}`,
    ask: `digest me minus:${topicText(topic)}`,
  }));
  const again = leftOut.map((topic) => ({
    label: topicText(topic),
    ask: `digest me plus:${topicText(topic)}`,
  }));
  const menus = [...menu(LABELS.leaveOut, choices), ...menu(LABELS.carryAgain, again)];
  const summary = "What is not for you?";
  const how =
    "Your own digest leaves it out from now on; the channel's stays as it is, for everybody.";
  const none = "No article of the last two days has a section or a tag that could be left out.";
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary, style: "strong" }),
        paragraph({ text: choices.length === 0 ? none : how }),
        ...menus,
        note({ text: `In your own words: ${named("digest me minus:football")}` }),
      ),
    ],
  };
}

function menu(label: string, choices: readonly { label: string; ask: string }[]): readonly Block[] {
  const fitting = choices.filter(({ ask }) => ask.length <= LONGEST_ASK).slice(0, MENU_MOST);
  return fitting.length === 0 ? [] : [{ kind: "menu", label, choices: fitting }];
}

/** Sections, then tags, those of most articles first. */
function mutables(shown: readonly Filed[], leftOut: readonly Topic[]): readonly Mutable[] {
  const gone = new Set(leftOut.map((topic) => fold(topicText(topic))));
  const named = (field: TopicField, names: (filed: Filed) => readonly string[]) => {
    const found = new Map<string, Mutable>();
    for (const filed of shown) {
      for (const name of new Set(names(filed))) {
        const known = found.get(fold(name));
        const topic: Topic = { kind: "field", field, words: { text: name, prefix: false } };
        const label = field === "section" ? titleCase(name) : `#${name}`;
        found.set(fold(name), { ...(known ?? { topic, label }), used: (known?.used ?? 0) + 1 });
      }
    }
    return [...found.values()].toSorted((a, b) => b.used - a.used);
  };
  const sections = named("section", ({ article }) =>
    article.section === null ? [] : [article.section],
  );
  const tags = named("tag", ({ article }) => article.tags);
  return [...sections, ...tags].filter(({ topic }) => !gone.has(fold(topicText(topic))));
}
