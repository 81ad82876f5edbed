declare const stored: unique symbol;

/** A column that holds one value of type `T`, as JSON. */
export type JsonText<T> = string & { readonly [stored]: T };

/** Writes a column. JSON keeps what a text column would lose: a lone surrogate, a NUL. */
export function toJson<T>(value: T): JsonText<T> {
  return JSON.stringify(value) as JsonText<T>; // the brand exists for the compiler only
}

/**
 * Reads a column. What stands in it is trusted, because only `toJson` makes a `JsonText`, and only
 * this program writes the database.
 */
export function fromJson<T>(text: JsonText<T>): T {
  return JSON.parse(text);
}
