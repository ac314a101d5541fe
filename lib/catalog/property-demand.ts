/** What a property may say: a row of a table that a rule goes through. */
export interface ValuesTaken {
  /** From the properties of the resource, with `*` for each item of a list. */
  readonly path: string;
  /** The values that are taken, as ECS writes them. Left out where the property is not taken at all. */
  readonly takes?: readonly string[];
  /** What ECS says to another. */
  readonly ecsSays?: string;
  /** What does what the property is often meant for. */
  readonly instead?: string;
  /** Whether they are taken in these letters alone: the schema of CloudFormation has them so. */
  readonly isExact?: true;
  /** Whether it holds several of them, with commas between. */
  readonly isListed?: true;
}

/** How large a number may be, how long a list or a text: a row of a table that a rule goes through. */
export interface Limit {
  /** From the properties of the resource, with `*` for each item of a list. */
  readonly path: string;
  readonly measures: 'number' | 'items' | 'characters';
  readonly least?: number;
  readonly most?: number;
  /** As `seconds`, for the message. */
  readonly unit?: string;
  /** What ECS says to more or less. */
  readonly ecsSays?: string;
}
