/**
 * Does some work for one after the other, so that one for which it cannot be done holds back none behind it.
 * @throws what failed first, once all have had their turn
 */
export async function eachInTurn<One>(
  all: readonly One[],
  work: (one: One) => Promise<void>,
): Promise<void> {
  const failures: { readonly error: unknown }[] = [];
  for (const one of all) {
    await work(one).catch((error: unknown) => failures.push({ error }));
  }
  const [first] = failures;
  if (first !== undefined) throw first.error;
}
