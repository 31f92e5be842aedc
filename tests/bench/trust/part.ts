/** What the parts of the trust benchmark have in common. */

/** One line of the table. */
export interface Figure {
  readonly what: string;
  /** What is promised, in words; empty where nothing is. */
  readonly promise: string;
  readonly unit: 'ms' | 's' | 'MB' | '%';
  /** Rounded to so many digits behind the point. */
  readonly digits: number;
  readonly value: number;
}

export interface PartOptions {
  /** Measured seconds of traffic. */
  readonly seconds: number;
}

/** Something measured together. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** Measures once, on servers and folders of its own that are gone afterwards. @throws Error saying why it could not. */
  run(options: PartOptions): Promise<readonly Figure[]>;
}
