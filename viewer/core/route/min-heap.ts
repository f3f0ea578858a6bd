/** A queue that gives back the value with the least key first. */
export class MinHeap<T> {
  readonly #values: T[] = [];
  readonly #keys: number[] = [];

  /** How many values wait. */
  get size(): number {
    return this.#values.length;
  }

  push(value: T, key: number): void {
    let at = this.#values.length;
    this.#values.push(value);
    this.#keys.push(key);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#key(parent) <= key) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** The value with the least key; undefined where none waits. */
  pop(): T | undefined {
    const least = this.#values[0];
    const last = this.#values.pop();
    const lastKey = this.#keys.pop();
    if (last === undefined || lastKey === undefined || this.#values.length === 0) return least;
    this.#values[0] = last;
    this.#keys[0] = lastKey;
    this.#sink();
    return least;
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const lower = this.#key(left + 1) < this.#key(left) ? left + 1 : left;
      if (this.#key(lower) >= this.#key(at)) return;
      this.#swap(at, lower);
      at = lower;
    }
  }

  /** Infinite beyond the end, so that no child is ever chosen there. */
  #key(at: number): number {
    return this.#keys[at] ?? Number.POSITIVE_INFINITY;
  }

  #swap(a: number, b: number): void {
    const [valueA, valueB] = [this.#values[a] as T, this.#values[b] as T];
    const [keyA, keyB] = [this.#key(a), this.#key(b)];
    this.#values[a] = valueB;
    this.#values[b] = valueA;
    this.#keys[a] = keyB;
    this.#keys[b] = keyA;
  }
}
