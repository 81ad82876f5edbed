import type { Form } from "#core/reply/form.ts";
import { inQuotes, type OptionFault } from "#core/reply/form-check.ts";
import { searchForm, wrongForm } from "#core/reply/forms.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { readReport } from "#core/reply/report.ts";
import { emptySearch } from "#core/reply/search-words.ts";
import { MOMENTS } from "#core/reply/since.ts";
import { namedArticle } from "#desk/reply/find-article.ts";
import type { FormDesk } from "#desk/reply/front-desk.ts";
import { pageOf, sinceOf } from "#desk/reply/options.ts";
import type { ReplyParts } from "#desk/reply/parts.ts";
import type { OrderParts } from "./parts.ts";
import { blankSubscribeForm, openSubscribeForm, orderFaults } from "./subscribe-form.ts";

/** Forms open for questions that say too little to be answered, and are looked at before they close. */
export function formDesk(parts: OrderParts, reader: ReplyParts): FormDesk {
  return {
    open(question): Form | null {
      const { command } = question;
      if (command === "wrong") return openWrongForm(question);
      if (hasOptions(question)) return null;
      if (command === "subscribe") return openSubscribeForm(parts, question);
      return command === "search" ? searchForm() : null;
    },
    submit(form, values, asked) {
      // A field of topics that was emptied asks for everything; other values stay as they are, or are usual.
      const filled = Object.entries(values).filter(
        ([name, value]) => value.trim() !== "" || (form === "subscribe" && name === "topics"),
      );
      return { ...asked, command: form, options: Object.fromEntries(filled) };
    },
    opened({ name, along = {} }, asked) {
      if (name === "search") return searchForm();
      if (name === "wrong") return wrongForm(along.article ?? "");
      return openSubscribeForm(parts, asked) ?? blankSubscribeForm(parts);
    },
    async faults(question) {
      if (question.command === "subscribe") return orderFaults(parts, question);
      if (question.command === "search") return searchFaults(reader, question);
      return question.command === "wrong" ? articleFaults(reader, question) : [];
    },
  };
}

function openWrongForm({ options }: Question): Form | null {
  const { article, what } = readReport(options);
  return what === "" ? wrongForm(article) : null;
}

function hasOptions({ options }: Question): boolean {
  return Object.values(options).some((value) => value.trim() !== "");
}

/** What `/search` would refuse. */
function searchFaults(
  { clock, timeZone }: Pick<ReplyParts, "clock" | "timeZone">,
  question: Question,
): readonly OptionFault[] {
  const { words = "", since = "", page = "" } = question.options;
  const faults: OptionFault[] = [];
  const empty = emptySearch(question.options);
  if (empty !== null) {
    const what = empty === "signs" ? inQuotes(words) : "This";
    faults.push({
      option: "words",
      text: `${what} has no word to search for: write for example harbour bridge -ferry`,
    });
  }
  if (sinceOf(question, { now: clock.now(), timeZone }) === "unreadable") {
    const text = `${inQuotes(`since:${since}`)} is no moment that can be read: write one of ${MOMENTS}`;
    faults.push({ option: "since", text });
  }
  if (pageOf(question) === null) {
    faults.push({ option: "page", text: `${inQuotes(`page:${page}`)} is no page: write page:2` });
  }
  return faults;
}

/** Headlines that are named where several articles fit. */
const NAMED = 3;

/** What `/wrong` would refuse: an article that is not to be had here, or is not one alone. */
async function articleFaults(
  reader: ReplyParts,
  question: Question,
): Promise<readonly OptionFault[]> {
  const { article } = readReport(question.options);
  if (article === "") return [];
  const named = await namedArticle(reader, { ...question, options: { article } });
  const fault = (text: string) => [{ option: "article", text }];
  switch (named.kind) {
    case "one":
      return [];
    case "many": {
      const each = named.fitting
        .slice(0, NAMED)
        .map(({ article: { id }, brief }) => `${id} for ${inQuotes(brief.headline)}`);
      return fault(`Several articles fit ${inQuotes(article)}. Write ${each.join(", or ")}`);
    }
    case "none":
      return fault(
        `Nothing found for ${inQuotes(article)}: write words that stand in its headline, or its id`,
      );
    case "withdrawn":
      return fault(named.answer.summary);
    case "refused":
      return fault(
        `${named.says}. Report it in a direct message or in a channel of the desk's own`,
      );
  }
}
