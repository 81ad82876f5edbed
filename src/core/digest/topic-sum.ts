import { type Topic, topicText } from "./topic.ts";

/** What a digest carries, taken apart. */
interface Parts {
  /** One of these; `null`: every article. */
  readonly wanted: readonly Topic[] | null;
  /** None of these. */
  readonly unwanted: readonly Topic[];
}

/**
 * Has a digest carry a topic as well: one that it leaves out, it leaves out no more.
 * @param carried what it carries; `null`: every article
 * @returns `carried` itself where that is so already
 */
export function plusTopic(carried: Topic | null, more: Topic): Topic | null {
  const { wanted, unwanted } = partsOf(carried);
  if (has(unwanted, more)) return joined({ wanted, unwanted: without(unwanted, more) });
  if (wanted === null || has(wanted, more)) return carried;
  return joined({ wanted: [...wanted, more], unwanted });
}

/**
 * Has a digest leave a topic out, whatever else an article in it is about.
 * @param carried as for `plusTopic`
 * @returns `carried` itself where that is so already; "nothing" where it carries nothing but that
 */
export function minusTopic(carried: Topic | null, less: Topic): Topic | null | "nothing" {
  const { wanted, unwanted } = partsOf(carried);
  if (has(unwanted, less)) return carried;
  const left = wanted === null ? null : without(wanted, less);
  if (left?.length === 0) return "nothing";
  return joined({ wanted: left, unwanted: [...unwanted, less] });
}

/** The topics that a digest leaves out. */
export function leftOut(carried: Topic | null): readonly Topic[] {
  return partsOf(carried).unwanted;
}

function partsOf(carried: Topic | null): Parts {
  if (carried === null) return { wanted: null, unwanted: [] };
  const all = carried.kind === "and" ? carried.of : [carried];
  const unwanted = all.flatMap((one) => (one.kind === "not" ? [one.of] : []));
  const rest = all.filter(({ kind }) => kind !== "not");
  if (rest.length === 0) return { wanted: null, unwanted };
  const both = one("and", rest);
  return { wanted: both.kind === "or" ? both.of : [both], unwanted };
}

function joined({ wanted, unwanted }: Parts): Topic | null {
  const nots = unwanted.map((of): Topic => ({ kind: "not", of }));
  const either = wanted === null ? [] : [one("or", wanted)];
  const all = either.flatMap((topic) => (topic.kind === "and" ? topic.of : [topic]));
  return all.length + nots.length === 0 ? null : one("and", [...all, ...nots]);
}

function one(kind: "and" | "or", of: readonly Topic[]): Topic {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}

function has(topics: readonly Topic[], topic: Topic): boolean {
  return topics.some((each) => isSame(each, topic));
}

function without(topics: readonly Topic[], topic: Topic): readonly Topic[] {
  return topics.filter((each) => !isSame(each, topic));
}

function isSame(each: Topic, other: Topic): boolean {
  return topicText(each).toLowerCase() === topicText(other).toLowerCase();
}
