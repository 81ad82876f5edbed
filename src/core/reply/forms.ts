import { EN } from "#core/language/en.ts";
import type { FieldTexts, Language } from "#core/language/language.ts";
import type { Field, Form } from "./form.ts";
import { isArticleId } from "./report.ts";

/** What stands in a subscription's form at first. */
export interface SubscribeValues {
  readonly topics: string;
  readonly schedule: string;
  readonly zone: string;
  readonly layout: string;
  readonly name: string;
}

/** Orders a digest for a channel. */
export function subscribeForm(values: SubscribeValues, language: Language = EN): Form {
  const { title, submit, fields } = language.forms.subscribe;
  const of = (name: keyof SubscribeValues, most: number): Field => ({
    ...{ name, ...fields[name], value: values[name].slice(0, most), most, choices: [] },
    required: name === "schedule",
  });
  return {
    ...{ name: "subscribe", title, submit, cancel: language.labels.cancel },
    fields: [
      of("topics", 400),
      of("schedule", 200),
      of("zone", 60),
      { ...of("layout", 20), choices: ["full", "compact", "headlines"] },
      of("name", 40),
    ],
  };
}

/** Searches the desk. */
export function searchForm(language: Language = EN): Form {
  const { title, submit, fields } = language.forms.search;
  const { cancel } = language.labels;
  return { name: "search", title, submit, cancel, fields: [asked("words", fields.words, 300)] };
}

/**
 * Says what is wrong in an article: in the one that an id names, or in one that is asked for as well. A word that may be an id
 * or not is asked for, so that it can be mended.
 */
export function wrongForm(article: string, language: Language = EN): Form {
  const { title, submit, fields } = language.forms.wrong;
  const isNamed = isArticleId(article);
  const named = { ...asked("article", fields.article, 200), value: article.slice(0, 200) };
  const what = asked("what", fields.what, 500);
  return {
    ...{ name: "wrong", title, submit, cancel: language.labels.cancel },
    fields: isNamed ? [what] : [named, what],
    ...(isNamed && { along: { article } }),
  };
}

/** A field that must be filled in. */
function asked(name: string, texts: FieldTexts, most: number): Field {
  return { name, ...texts, value: "", required: true, most, choices: [] };
}
