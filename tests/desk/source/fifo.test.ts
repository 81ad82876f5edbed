import { expect, test } from "vitest";
import { Fifo } from "#desk/source/fifo.ts";

test("first in, first out, however many are taken", () => {
  const fifo = new Fifo<number>();
  const taken: number[] = [];
  for (let item = 0; item < 5000; item += 1) {
    fifo.push(2 * item);
    fifo.push(2 * item + 1);
    taken.push(fifo.take() ?? -1);
  }
  for (let item = fifo.take(); item !== undefined; item = fifo.take()) taken.push(item);
  expect(taken).toEqual(Array.from({ length: 10_000 }, (_, index) => index));
  fifo.push(7);
  expect([fifo.take(), fifo.take()]).toEqual([7, undefined]);
});

test("what is left is sorted, or thrown away", () => {
  const fifo = new Fifo<number>();
  for (const item of [0, 3, 1, 2]) fifo.push(item);
  fifo.take();
  fifo.sort((one, other) => one - other);
  expect([fifo.take(), fifo.take()]).toEqual([1, 2]);
  fifo.clear();
  expect(fifo.take()).toBeUndefined();
});
