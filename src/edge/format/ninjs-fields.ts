import { z } from "zod";

/** The fields of an item of ninjs by their names in lower case: those of 3.x are those of 2.x in camel case. */
export const Fields = z
  .record(z.string(), z.unknown())
  .transform((item) =>
    Object.fromEntries(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value])),
  );
export type Fields = z.infer<typeof Fields>;

const Texts = z.string().transform((text) => text.trim());
const Scalar = z.union([Texts, z.number().transform(String)]);
const Part = z.union([Fields, z.string().transform((name): Fields => ({ name }))]);

/** The things in a list; those of another kind are nothing. */
export const Parts = z.array(Part).catch([]);

/** The first of these fields that states something. */
export function scalar(item: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = Scalar.safeParse(item[name]).data;
    if (value !== undefined && value !== "") return value;
  }
  return null;
}
