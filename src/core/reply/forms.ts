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
export function subscribeForm(values: SubscribeValues): Form {
  return {
    name: "subscribe",
    title: "Order a digest",
    submit: "Show what it means",
    fields: [
      field(
        "topics",
        "What it carries",
        "flood OR tag:weather, NOT sport; empty for all",
        values,
        400,
      ),
      field(
        "schedule",
        "When",
        "08:00, 13:00, or weekdays at noon, or every 2 hours, or cron: 0 8 * * 1-5",
        values,
        200,
      ),
      field("zone", "Time zone", "Europe/London", values, 60),
      {
        ...field("layout", "How much of each article", "full, compact or headlines", values, 20),
        choices: ["full", "compact", "headlines"],
      },
      field("name", "Its name here", "Lower-case letters, digits and hyphens", values, 40),
    ],
  };
}

/** Searches the desk. */
export function searchForm(): Form {
  const hint = 'flood "harbour bridge" -ferry place:tarnmouth since:3d';
  const words = { name: "words", label: "What are you looking for?", hint, value: "", choices: [] };
  return {
    name: "search",
    title: "Search the desk",
    submit: "Search",
    fields: [{ ...words, required: true, most: 300 }],
  };
}

/**
 * Says what is wrong in an article: in the one that an id names, or in one that is asked for as well. A word that may be an id
 * or not is asked for, so that it can be mended.
 */
export function wrongForm(article: string): Form {
  const isNamed = isArticleId(article);
  const named: Field = {
    ...{ name: "article", label: "Which article?", hint: "Words of its headline, or its id" },
    ...{ value: article.slice(0, 200), required: true, most: 200, choices: [] },
  };
  const what: Field = {
    ...{
      name: "what",
      label: "What is wrong?",
      hint: "The bridge closed on Tuesday, not on Monday",
    },
    ...{ value: "", required: true, most: 500, choices: [] },
  };
  return {
    ...{ name: "wrong", title: "This is wrong", submit: "Tell the editors" },
    fields: isNamed ? [what] : [named, what],
    ...(isNamed && { along: { article } }),
  };
}

function field(
  name: keyof SubscribeValues,
  label: string,
  hint: string,
  values: SubscribeValues,
  most: number,
): Field {
  const required = name === "schedule";
  return { name, label, hint, value: values[name].slice(0, most), required, most, choices: [] };
}
