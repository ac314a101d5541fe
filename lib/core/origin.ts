/** Keys and indices from the root of a template: `['Resources', 'Web', 'Properties', 'Memory']`. */
export type Path = readonly (string | number)[];

/** A place in a template. */
export interface Place {
  /** The stack's name; unique within a deployment. */
  readonly stack: string;
  readonly path: Path;
}

/** Where a value stands, and where it was written if a parameter, a mapping or another stack supplied it. */
export interface Origin extends Place {
  readonly from?: Place;
}

/** The origin of what stands below `origin` under `keys`. There are thousands of them: `concat` takes a third of the memory that spreading does. */
export function below(origin: Origin, ...keys: Path): Origin {
  return { stack: origin.stack, path: origin.path.concat(keys) };
}
