import { EN } from "#core/language/en.ts";
import { filled } from "#core/language/language.ts";
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
import type { DeskParts } from "#desk/reply/parts.ts";
import { partsAt } from "#desk/reply/parts-at.ts";
import type { OrderParts } from "./parts.ts";
import { blankSubscribeForm, openSubscribeForm, orderFaults } from "./subscribe-form.ts";

/** Forms open for questions that say too little to be answered, and are looked at before they close. */
export function formDesk(parts: OrderParts, reader: DeskParts): FormDesk {
  return {
    open(question): Form | null {
      const { command } = question;
      if (command === "wrong") return openWrongForm(question);
      if (hasOptions(question)) return null;
      if (command === "subscribe") return openSubscribeForm(parts, question);
      return command === "search" ? searchForm(question.language ?? EN) : null;
    },
    submit(form, values, asked) {
      // A field of topics that was emptied asks for everything; other values stay as they are, or are usual.
      const filled = Object.entries(values).filter(
        ([name, value]) => value.trim() !== "" || (form === "subscribe" && name === "topics"),
      );
      return { ...asked, command: form, options: Object.fromEntries(filled) };
    },
    opened({ name, along = {} }, asked) {
      const language = asked.language ?? EN;
      if (name === "search") return searchForm(language);
      if (name === "wrong") return wrongForm(along.article ?? "", language);
      return openSubscribeForm(parts, asked) ?? blankSubscribeForm(parts, language);
    },
    async faults(question) {
      if (question.command === "subscribe") return orderFaults(parts, question);
      if (question.command === "search") return searchFaults(reader, question);
      return question.command === "wrong" ? articleFaults(reader, question) : [];
    },
  };
}

function openWrongForm({ options, language }: Question): Form | null {
  const { article, what } = readReport(options);
  return what === "" ? wrongForm(article, language ?? EN) : null;
}

function hasOptions({ options }: Question): boolean {
  return Object.values(options).some((value) => value.trim() !== "");
}

/** What `/search` would refuse. */
function searchFaults(
  { clock, timeZone }: Pick<DeskParts, "clock" | "timeZone">,
  question: Question,
): readonly OptionFault[] {
  const { words = "", since = "", page = "" } = question.options;
  const { noWord, noMoment, noPage } = (question.language ?? EN).faults;
  const faults: OptionFault[] = [];
  const empty = emptySearch(question.options);
  if (empty !== null) {
    faults.push({ option: "words", text: filled(noWord, { typed: inQuotes(words) }) });
  }
  if (sinceOf(question, { now: clock.now(), timeZone }) === "unreadable") {
    const typed = inQuotes(`since:${since}`);
    faults.push({ option: "since", text: filled(noMoment, { typed, moments: MOMENTS }) });
  }
  if (pageOf(question) === null) {
    faults.push({
      option: "page",
      text: filled(noPage, { typed: inQuotes(`page:${page}`) }),
    });
  }
  return faults;
}

/** Headlines that are named where several articles fit. */
const NAMED = 3;

/** What `/wrong` would refuse: an article that is not to be had here, or is not one alone. */
async function articleFaults(
  reader: DeskParts,
  question: Question,
): Promise<readonly OptionFault[]> {
  const { article } = readReport(question.options);
  if (article === "") return [];
  const named = await namedArticle(partsAt(reader, question), {
    ...question,
    options: { article },
  });
  const fault = (text: string) => [{ option: "article", text }];
  const { faults } = question.language ?? EN;
  const typed = inQuotes(article);
  switch (named.kind) {
    case "one":
      return [];
    case "many": {
      const each = named.fitting
        .slice(0, NAMED)
        .map(({ article: { id }, brief }) =>
          filled(faults.choice, { id, headline: inQuotes(brief.headline) }),
        );
      return fault(filled(faults.several, { typed, choices: each.join(faults.or) }));
    }
    case "none":
      return fault(filled(faults.nothingFound, { typed }));
    case "withdrawn":
      return fault(named.answer.summary);
  }
}
