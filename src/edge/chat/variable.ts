import { z } from "zod";

/** Fields of the environment; an empty variable is one that is not set. */

const given = (value: unknown) => (value === "" ? undefined : value);

export const optional = (schema: z.ZodType<string>) => z.preprocess(given, schema.optional());

export const text = (fallback: string) => z.preprocess(given, z.string().default(fallback));

/** @param from where it is copied from, so that a wrong one can be put right */
export const startsWith = (prefix: string, from: string) =>
  optional(z.string().startsWith(prefix, `it must start with ${prefix}; copy it from ${from}`));

/** Ids with commas or spaces between them. */
export const ids = (form: RegExp, says: string) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split(/[\s,]+/u).filter(Boolean) : []),
    z.array(z.string().regex(form, says)),
  );

export const address = (name: string) =>
  optional(z.url({ protocol: /^https?$/, error: `${name} is no http address` }));
