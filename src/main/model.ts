import { createWriteBrief } from "#core/brief/write.ts";
import { costOf } from "#core/judgement/budget.ts";
import { count } from "#core/message/say.ts";
import { BUDGET_SPAN } from "#desk/ask-model.ts";
import { createJudgingDesk, type JudgingDesk, type JudgingParts } from "#desk/judging.ts";
import type { Model } from "#desk/port/model.ts";
import type { OpinionParts } from "#desk/second-opinion.ts";
import { ConfigError } from "#edge/config/error.ts";
import type { ModelOrders } from "#edge/config/model.ts";
import type { ModelGauge } from "#edge/metrics/gauged.ts";
import type { Store } from "#edge/store/store.ts";
import { pause } from "./desks.ts";
import { contentHash } from "./identity.ts";
import { clock, type Setting } from "./setting.ts";

const SECOND = 1_000;

/** The model of the config; its SDK is loaded where there is one, and nowhere else. `null`: none is set. */
export async function modelOf({
  env,
  orders: { model },
}: Pick<Setting, "env" | "orders">): Promise<Model | null> {
  if (model === null) return null;
  const key = env.COPYDESK_MODEL_KEY ?? null;
  if (model.api === "anthropic" && model.address === null && key === null)
    throw new ConfigError([{ where: "COPYDESK_MODEL_KEY", line: null, says: NO_KEY }]);
  const { createModel } = await import("#edge/model/model.ts");
  return createModel({ ...model, key });
}

const NO_KEY = "Anthropic's API asks for a key: write it into .env";

/** Aborted once a question to the model has taken too long. */
export function patienceOf({ patience }: Pick<ModelOrders, "patience">): () => AbortSignal {
  return () => AbortSignal.timeout(patience * SECOND);
}

/** By what its opinions become briefs. */
export function opinionParts(): Omit<OpinionParts, "name"> {
  return { hash: contentHash, write: createWriteBrief() };
}

/** Asks the model about what comes in; `null` where there is none. */
export async function judgingDeskOf(
  setting: Setting,
  store: Store,
  parts: Pick<JudgingParts, "log" | "meter" | "changed" | "onTrouble">,
): Promise<JudgingDesk | null> {
  const { model: orders, internalSections } = setting.orders;
  const model = await modelOf(setting);
  if (orders === null || model === null) return null;
  const { budget, prices, asksBacklog } = orders;
  return createJudgingDesk({
    ...{ model, store, internalSections, budget, prices, asksBacklog, clock, pause },
    ...{ ...opinionParts(), patience: patienceOf(orders), ...parts },
  });
}

/** What was spent on the model in the last day; `null` where there is none. */
export async function modelSpent(
  { orders: { model } }: Pick<Setting, "orders">,
  { judgements }: Pick<Store, "judgements">,
): Promise<ModelGauge | null> {
  if (model === null) return null;
  const spent = await judgements.spent(clock.now() - BUDGET_SPAN);
  const tokens = spent.tokens.read + spent.tokens.written;
  return { questions: spent.questions, tokens, cost: costOf(spent, model.prices) };
}

/** The same for people. */
export async function sayModel(
  setting: Pick<Setting, "orders">,
  store: Pick<Store, "judgements">,
): Promise<string | null> {
  const { model } = setting.orders;
  const spent = await modelSpent(setting, store);
  if (model === null || spent === null) return null;
  const { budget } = model;
  const said = (amount: number) => amount.toLocaleString("en");
  const of = (most: number | null, say: (amount: number) => string) =>
    most === null ? "" : ` of ${say(most)}`;
  const money = (amount: number) => amount.toFixed(2);
  const cost = spent.cost === null ? "" : `, ${money(spent.cost)}${of(budget.cost, money)} spent`;
  const asked = `${said(spent.questions)} of ${count(budget.questions, "question")}`;
  const took = `${said(spent.tokens)}${of(budget.tokens, said)} tokens${cost}`;
  return `${model.name}: ${asked}, ${took} in the last day`;
}
