/** What is read when it is first asked for, and then kept: most of what could be asked of a text is never asked. */
export function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}
