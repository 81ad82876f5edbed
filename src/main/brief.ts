import { sep } from "node:path";
import { refusalOf } from "#core/article/audience.ts";
import { heldReason } from "#core/article/held.ts";
import type { Brief } from "#core/brief/brief.ts";
import { ModelError } from "#desk/port/model.ts";
import { type PreparedStory, partPath, STOPPED } from "#desk/prepare.ts";
import { questionAbout } from "#desk/second-opinion.ts";
import { ConfigError } from "#edge/config/error.ts";
import {
  type BriefLine,
  type BriefResult,
  briefFiles,
  briefLines,
  type SecondBrief,
} from "#edge/terminal/brief.ts";
import { ThreadError } from "#edge/thread/error.ts";
import { createPool } from "#edge/thread/pool.ts";
import { articleId } from "./identity.ts";
import { modelOf, opinionParts, patienceOf } from "./model.ts";
import { prepareAside } from "./prepare-aside.ts";
import type { PlainText } from "./prepare-thread.ts";
import { clock, out, readSetting } from "./setting.ts";
import { LIMITS, reasonGivenUp } from "./thread-limits.ts";

/** `brief FILE…`: stores and posts nothing. */
export async function brief(
  files: readonly string[],
  { json, model }: { readonly json?: boolean; readonly model?: boolean },
): Promise<number> {
  const ask = model === true ? await askModel() : null;
  const { prepare, close } = prepareAside();
  const briefFile = async (path: string, bytes: Uint8Array): Promise<readonly BriefResult[]> => {
    const prepared = await prepare({ path: nameOf(path), bytes, takenIn: clock.now() });
    if (prepared === STOPPED) return [];
    if (!prepared.ok) return [{ ok: false, part: "", reason: prepared.reason }];
    const results: BriefResult[] = [];
    for (const story of prepared.stories) {
      const result = resultOf(path, story);
      const second = ask === null || !story.ok ? null : await ask(story);
      results.push(second === null || !result.ok ? result : { ...result, second });
    }
    return results;
  };
  try {
    return await briefFiles({ out, briefFile }, files, json ?? false);
  } finally {
    await close();
  }
}

type Briefed = Extract<PreparedStory, { readonly ok: true }>;

/**
 * Asks the model of the config, as the bot would, whatever its budget is; what must not leave the house is not asked about.
 * @throws {ConfigError} where none is set
 */
async function askModel(): Promise<(story: Briefed) => Promise<SecondBrief>> {
  const setting = readSetting();
  const { model: orders, internalSections } = setting.orders;
  const model = await modelOf(setting);
  if (orders === null || model === null) {
    throw new ConfigError([{ where: setting.env.COPYDESK_CONFIG, line: null, says: NO_MODEL }]);
  }
  const { name } = model;
  const outside = { audience: "public", internalSections } as const;
  return async ({ article, brief: written }) => {
    const own = { ok: false, model: name } as const;
    const held = heldReason(article, clock.now());
    const refusal = held === null ? refusalOf(article, outside) : held.rule;
    if (refusal !== null) return { ...own, reason: `It is not asked. ${refusal}` };
    const open = questionAbout(written, article, { ...opinionParts(), name });
    if (open === null) return { ...own, reason: "It is not asked about such a text." };
    try {
      const { text } = await model.ask(open.question, patienceOf(orders)());
      const judged = open.settle(text);
      const reason = "What it sent is no answer: the brief is the rules' alone.";
      return judged === null ? { ...own, reason } : { ok: true, model: name, brief: judged };
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      return { ...own, reason: `It gives no answer: ${error.message}.` };
    }
  };
}

const NO_MODEL = "no language model is set: write model: { address: …, name: … } (docs/model.md)";

/** `brief --jsonl`: stores and posts nothing. A line may take what a file may. */
export async function briefStandardInput(): Promise<number> {
  const pool = createPool<PlainText, Brief>({ ...LIMITS, work: "briefText" });
  const briefText = async (line: BriefLine) => {
    try {
      return await pool.run({ ...line, takenIn: clock.now() });
    } catch (error) {
      if (isOurFault(error)) return { reason: `This is a fault in Copydesk: ${error.cause}` };
      return { reason: reasonGivenUp(error) };
    }
  };
  try {
    return await briefLines({ out, briefText, lanes: pool.threads }, process.stdin);
  } finally {
    await pool.close();
  }
}

/** The writer itself threw: the other lines go on. */
function isOurFault(error: unknown): error is ThreadError {
  return error instanceof ThreadError && error.code === "failed";
}

function resultOf(path: string, story: PreparedStory): BriefResult {
  if (!story.ok) return story;
  const { part, article, brief: written } = story;
  const held = heldReason(article, clock.now());
  const own = { ...written, id: articleId(partPath(path, part)) };
  const { picture } = article;
  const shown = held === null && picture !== undefined;
  return { ok: true, part, brief: own, held, ...(shown && { picture }) };
}

/** No folder of this machine is a section of the newsroom. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(sep) + 1);
}
