/** The largest number from 1 to `most` that does, or 0: what is smaller than one that does, does too. */
export function largest(most: number, does: (number: number) => boolean): number {
  let low = 0, high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (does(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The smallest number from `from` to `most` that does: what is larger than one that does, does too. Looks near `from` first. */
export function smallest(from: number, most: number, does: (number: number) => boolean): number | undefined {
  let low = from, high = from;
  for (let step = 1; !does(high); step *= 2) {
    if (high >= most) return undefined;
    low = high + 1;
    high = Math.min(most, high + step);
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (does(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
