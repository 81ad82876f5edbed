/** So many taken ones may stay in the array before it is cut. */
const SLACK = 1024;

/** First in, first out. A `Set` would do the same, but looks past every entry that was ever taken. */
export class Fifo<T> {
  #items: T[] = [];
  #head = 0;

  push(item: T): void {
    this.#items.push(item);
  }

  take(): T | undefined {
    const item = this.#items[this.#head];
    if (this.#head < this.#items.length) this.#head += 1;
    if (this.#head >= SLACK && this.#head * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }

  sort(compare: (one: T, other: T) => number): void {
    this.#items = this.#items.slice(this.#head).sort(compare);
    this.#head = 0;
  }

  clear(): void {
    this.#items = [];
    this.#head = 0;
  }
}
