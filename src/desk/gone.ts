import type { Article, ArticleId } from "#core/article/article.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { IntakeParts, Outcome } from "./outcome.ts";

/** No content hashes to this: the mark of a file that was deleted, so that it is read when it comes back. */
const DELETED = "deleted";
const RULE = "Its file was deleted";

/** Accounts for a file that is no longer there. */
export async function noteGone(parts: IntakeParts, path: string): Promise<readonly Outcome[]> {
  const outcomes = await accountFor(parts, path);
  // Last of all: until then a crash lets the next start find it gone once more.
  await parts.ledger.noteStamp(path, null);
  return outcomes;
}

async function accountFor(parts: IntakeParts, path: string): Promise<readonly Outcome[]> {
  const { ledger, clock } = parts;
  const history = await ledger.history(path);
  const last = history.at(-1);
  if (last === undefined || last.stage === "gone" || last.contentHash === DELETED) return [];
  const ids = new Set(history.flatMap(({ articleId }) => articleId ?? []));
  const killed: Outcome[] = [];
  for (const id of parts.deleteKills ? ids : []) {
    const outcome = await killUnlessElsewhere(parts, path, id);
    if (outcome !== null) killed.push(outcome);
  }
  if (killed.length > 0) return killed;
  const { contentHash, articleId } = last;
  await ledger.record({
    ...{ path, contentHash, stage: "gone", rule: RULE, at: clock.now(), articleId },
  });
  return [];
}

/** A file that was moved lies at another path; an article that another file revised lies there. */
async function killUnlessElsewhere(
  parts: IntakeParts,
  path: string,
  id: ArticleId,
): Promise<Outcome | null> {
  const filed = await parts.archive.current(id);
  if (filed === null || filed.article.status === "killed") return null;
  if (filed.article.path !== path && !filed.article.path.startsWith(`${path}#`)) return null;
  if ((await parts.ledger.copiesOf(id)).length > 0) return null;
  return kill(parts, filed);
}

async function kill({ archive, clock }: IntakeParts, filed: Filed): Promise<Outcome> {
  const { path } = filed.article;
  const article: Article = {
    ...filed.article,
    revision: filed.article.revision + 1,
    status: "killed",
    announced: { kind: "kill", text: RULE },
    change: { kind: "kill", details: [], note: RULE },
  };
  const entry = {
    path,
    contentHash: DELETED,
    stage: "killed",
    rule: RULE,
    at: clock.now(),
  } as const;
  await archive.file(article, filed.brief, [{ ...entry, articleId: article.id }]);
  return { kind: "killed", path, rule: RULE };
}
