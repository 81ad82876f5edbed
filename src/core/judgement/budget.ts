/** What may be spent on a model in a day of the newsroom; `null`: as much as it takes. */
export interface Budget {
  /** Questions: one an article and revision, and one a pair of reports. */
  readonly questions: number;
  readonly tokens: number | null;
  /** In the unit of the prices. */
  readonly cost: number | null;
}

/** For a million tokens, in whatever currency: the same as the budget's. */
export interface Prices {
  readonly read: number;
  readonly written: number;
}

/** What was spent on a model. */
export interface Spending {
  readonly questions: number;
  readonly tokens: { readonly read: number; readonly written: number };
}

const MILLION = 1_000_000;

/** What that cost; `null` where no prices are given. */
export function costOf({ tokens }: Spending, prices: Prices | null): number | null {
  if (prices === null) return null;
  return (tokens.read * prices.read + tokens.written * prices.written) / MILLION;
}

/** Says whether there is room for another question. What it will take nobody knows before: a budget is passed by one at most. */
export function isWithin(budget: Budget, spent: Spending, prices: Prices | null): boolean {
  const { questions, tokens } = spent;
  const cost = costOf(spent, prices);
  const isCheap = budget.cost === null || cost === null || cost < budget.cost;
  const isShort = budget.tokens === null || tokens.read + tokens.written < budget.tokens;
  return questions < budget.questions && isShort && isCheap;
}
