import { createWriteBrief } from "#core/brief/write.ts";
import type { Filing } from "#core/change/filing.ts";
import { findDateline } from "#core/text/find-dateline.ts";
import { sampleArticle } from "#tests/samples.ts";

/** A report as the tests of this room write it. */
export interface Report {
  readonly id: string;
  readonly source?: string | null;
  /** ISO 8601. */
  readonly at?: string;
  readonly title?: string | null;
  readonly body: string;
}

const writeBrief = createWriteBrief();

/** Files a report with the brief that Copydesk writes of it. */
export function filingOf({ id, source = null, at, title = null, body }: Report): Filing {
  const published = Date.parse(at ?? "2026-05-04T06:00:00Z");
  const dateline = findDateline(body)?.dateline ?? null;
  const article = sampleArticle({ id, source, published, title, body, dateline });
  return { article, brief: writeBrief({ id, title, body, dateline, language: "en" }) };
}
