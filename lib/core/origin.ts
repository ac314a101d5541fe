/** Keys and indices from the root of a template: `['Resources', 'Web', 'Properties', 'Memory']`. */
export type Path = readonly (string | number)[];

/** A place in a template. */
export interface Place {
  /** The stack's name; unique within a deployment. */
  readonly stack: string;
  readonly path: Path;
  /** Set for what stands within a text, which is changed as a whole or not at all. */
  readonly embedded?: true | undefined;
}

/** Where a value stands, and where it was written if a parameter, a mapping or another stack supplied it. */
export interface Origin extends Place {
  readonly from?: Place;
}

/** The origin of what stands below `origin` under `key`. */
export function below(origin: Origin, key: string | number): Origin {
  return new Below(origin.stack, origin, key);
}

/** `at`, where what was written at `from` has got to. */
export function suppliedFrom(at: Origin, from: Place): Origin {
  return new Supplied(at.stack, at, from);
}

/** The origin of what a text at `origin` holds. */
export function within({ stack, path, from }: Origin): Origin {
  return { stack, path, embedded: true, ...(from ? { from } : {}) };
}

/** There are thousands of origins, of which a few are asked for their path: it is put together then. */
class Below implements Origin {
  constructor(readonly stack: string, private readonly around: Place, private readonly key: string | number) {}

  get path(): Path {
    return [...this.around.path, this.key];
  }

  get embedded(): true | undefined {
    return this.around.embedded;
  }

  /** What groups by places makes keys of them. */
  toJSON(): Origin {
    return { stack: this.stack, path: this.path };
  }
}

class Supplied implements Origin {
  constructor(readonly stack: string, private readonly at: Place, readonly from: Place) {}

  get path(): Path {
    return this.at.path;
  }

  get embedded(): true | undefined {
    return this.at.embedded;
  }

  toJSON(): Origin {
    return { stack: this.stack, path: this.path, from: this.from };
  }
}
