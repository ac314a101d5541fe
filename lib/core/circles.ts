type Waiting<T> = ReadonlyMap<T, readonly T[]>;

/** Circles of things that wait for each other: for each thing that stands in one, and in none before it, the shortest, and of those the first by `order`. */
export function circlesIn<T>(waitsFor: Waiting<T>, order?: (a: T, b: T) => number): readonly (readonly T[])[] {
  const leading = leadingOn(waitsFor), circles: (readonly T[])[] = [], found = new Set<T>();
  for (const thing of waitsFor.keys()) {
    const circle = leading.has(thing) && !found.has(thing) ? circleFrom(thing, waitsFor, order) : [];
    if (circle.length > 0) circles.push(circle);
    circle.forEach(each => found.add(each));
  }
  return circles;
}

/** Those from which a way leads on without end: those in circles, and those that wait for them. */
function leadingOn<T>(waitsFor: Waiting<T>): ReadonlySet<T> {
  const waiting = new Map<T, T[]>(), left = new Map<T, number>(), ending: T[] = [];
  for (const [thing, others] of waitsFor) {
    left.set(thing, others.length);
    if (others.length === 0) ending.push(thing);
    for (const other of others) {
      const group = waiting.get(other);
      if (group) group.push(thing);
      else waiting.set(other, [thing]);
    }
  }
  for (const ended of ending) {
    left.delete(ended);
    for (const thing of waiting.get(ended) ?? []) {
      const others = (left.get(thing) ?? 0) - 1;
      left.set(thing, others);
      if (others === 0) ending.push(thing);
    }
  }
  return new Set(left.keys());
}

function circleFrom<T>(start: T, waitsFor: Waiting<T>, order?: (a: T, b: T) => number): readonly T[] {
  const before = new Map<T, T>([[start, start]]);
  for (const [thing] of before) {
    for (const next of order ? [...waitsFor.get(thing) ?? []].sort(order) : waitsFor.get(thing) ?? []) {
      if (next === start) return trailTo(thing, before);
      if (!before.has(next)) before.set(next, thing);
    }
  }
  return [];
}

function trailTo<T>(end: T, before: ReadonlyMap<T, T>): readonly T[] {
  const trail = [end];
  for (let thing = end, earlier = before.get(end); earlier !== undefined && earlier !== thing; earlier = before.get(thing)) trail.push(thing = earlier);
  return trail.reverse();
}
