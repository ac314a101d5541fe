/** `compute` as it is asked: once for each object, and remembered for as long as the object is there. */
export function onceFor<K extends object, V extends object>(compute: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return of => {
    const before = known.get(of);
    if (before) return before;
    const value = compute(of);
    known.set(of, value);
    return value;
  };
}
