/** Figures of one run by the name of their column; NaN where there is none. */
export type Figures = Readonly<Record<string, number>>;
