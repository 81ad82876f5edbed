import { z } from "zod";
import type { Fault } from "./error.ts";
import type { NewsroomShape } from "./newsroom.ts";
import type { YamlSource } from "./yaml-source.ts";

/** An unknown key is named one by one, each at its own line; so is a missing one, at its channel's. */
export function shapeFaults(
  source: YamlSource,
  issue: z.core.$ZodIssue,
  shape: NewsroomShape,
): readonly Fault[] {
  if (issue.code === "invalid_union") {
    const meant = meantOption(issue.errors);
    if (meant !== null) {
      return meant.flatMap((inner) =>
        shapeFaults(source, { ...inner, path: [...issue.path, ...inner.path] }, shape),
      );
    }
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      source.fault([...issue.path, key], `unknown key “${key}”: ${nearby(shape, issue.path, key)}`),
    );
  }
  return [source.fault(issue.path, `${label(issue.path)}${sayingOf(source, issue)}`)];
}

function sayingOf(source: YamlSource, issue: z.core.$ZodIssue): string {
  const isAbsent = issue.code === "invalid_type" || issue.code === "invalid_union";
  if (!isAbsent || !source.isMissing(issue.path)) return issue.message;
  // Whoever leaves all channels out has not begun, and is told how.
  return issue.path.join() === "channels" ? `it is missing: ${issue.message}` : "it is missing";
}

/** `least: `; an item of a list is called by the list. */
function label(path: readonly PropertyKey[]): string {
  const name = path.findLast((step) => typeof step === "string");
  return name === undefined || path.length === 0 ? "" : `${name}: `;
}

/** Of several ways to write a value, the one that it is written in: its own faults tell more. */
function meantOption(
  errors: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | null {
  const isOfOtherKind = ({ code, path }: z.core.$ZodIssue) =>
    path.length === 0 && (code === "invalid_type" || code === "invalid_union");
  return errors.find((issues) => !issues.some(isOfOtherKind)) ?? null;
}

/** The keys that exist there, so that a slip of the finger is seen at once. */
function nearby({ Newsroom }: NewsroomShape, path: readonly PropertyKey[], key: string): string {
  const known = keysAt(z.toJSONSchema(Newsroom, { io: "input" }), path);
  return `known here are ${known.filter((name) => name !== key).join(", ")}`;
}

type Schema = z.core.JSONSchema._JSONSchema | undefined;

function keysAt(schema: Schema, path: readonly PropertyKey[]): readonly string[] {
  if (typeof schema !== "object") return [];
  const options = [schema, ...(schema.anyOf ?? [])];
  if (path.length === 0) {
    return options.flatMap((one) =>
      typeof one === "object" ? Object.keys(one.properties ?? {}) : [],
    );
  }
  const [step, ...rest] = path;
  return options.flatMap((one) => (typeof one === "object" ? keysAt(below(one, step), rest) : []));
}

function below(
  schema: Exclude<Schema, boolean | undefined>,
  step: PropertyKey | undefined,
): Schema {
  if (typeof step === "string") return schema.properties?.[step];
  return Array.isArray(schema.items) ? undefined : schema.items;
}
