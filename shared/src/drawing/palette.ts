/**
 * The colours of the canvas as data: ground, zones and communities, light and dark.
 * The page's own colours are css variables with the same values; both come from the design tokens.
 */

export type Theme = 'light' | 'dark';

/** One of the nine tints: the sheet and the ink of its name. */
export interface ZoneColours {
  readonly tint: string;
  readonly ink: string;
}

/** Colours that differ between the two themes. Paper does not: notes look the same in both. */
export interface Palette {
  readonly ground: string;
  /** The white of the empty space, strongest in its centre. */
  readonly air: string;
  readonly ink: string;
  /** Names of groups and lines between notes. */
  readonly softInk: string;
  readonly quietInk: string;
  readonly selection: string;
  /** Strength of the shadow under paper, 0 to 1. */
  readonly shadow: number;
  /** How much is left of everything outside the spotlight, 0 to 1. */
  readonly dimmed: number;
  /** The nine tints in reading order of the nine spaces. */
  readonly zones: readonly ZoneColours[];
  /** Set where somebody chose the colours of everything: zones and papers have none of their own, but an edge of this. */
  readonly edge?: string;
}

const LIGHT: Palette = {
  ground: '#fdfcf9',
  air: '#ffffff',
  ink: '#171a22',
  softInk: '#434854',
  quietInk: '#60656f',
  selection: '#234caf',
  shadow: 1,
  dimmed: 0.22,
  zones: [
    { tint: '#f8e8e8', ink: '#593030' },
    { tint: '#f7eae0', ink: '#543519' },
    { tint: '#f0edde', ink: '#453d14' },
    { tint: '#f4e9f1', ink: '#50314a' },
    { tint: '#fdfcf9', ink: '#434854' },
    { tint: '#e6f0e4', ink: '#2c4526' },
    { tint: '#ecebf7', ink: '#3e375a' },
    { tint: '#e2eef9', ink: '#1f405b' },
    { tint: '#def1f0', ink: '#034747' },
  ],
};

const DARK: Palette = {
  ground: '#12141a',
  air: '#0b0c10',
  ink: '#f4f1ea',
  softInk: '#c9c7c0',
  quietInk: '#a3a29d',
  selection: '#ecd065',
  shadow: 3,
  dimmed: 0.16,
  zones: [
    { tint: '#301f1f', ink: '#eecac9' },
    { tint: '#2e2217', ink: '#e8cfba' },
    { tint: '#282516', ink: '#dbd5b7' },
    { tint: '#2d202a', ink: '#e6cbdf' },
    { tint: '#0b0c10', ink: '#c9c7c0' },
    { tint: '#1e281c', ink: '#c7dbc2' },
    { tint: '#252230', ink: '#d4d0ed' },
    { tint: '#1a2630', ink: '#bfd8ed' },
    { tint: '#142928', ink: '#b7dddc' },
  ],
};

/** The colours of a theme. */
export const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK };

/**
 * A palette of the colours somebody chose for their whole system. Zones and papers are the ground with an edge;
 * communities are told apart by their stamps, which keep their shape.
 */
export function forcedPalette(system: {
  readonly ground: string;
  readonly ink: string;
  readonly selection: string;
}): Palette {
  const { ground, ink, selection } = system;
  return {
    ground,
    air: ground,
    ink,
    softInk: ink,
    quietInk: ink,
    selection,
    shadow: 0,
    dimmed: 0.4,
    zones: LIGHT.zones.map(() => ({ tint: ground, ink })),
    edge: ink,
  };
}

/** The ink of every note, in both themes. */
export const NOTE_INK = '#171a22';

/** The paper of a community: its colour, and the stamp printed on it in the mark colour. */
export interface Paper {
  /** Dutch name of the colour, for the key of the design; never on screen. */
  readonly name: string;
  readonly fill: string;
  readonly mark: string;
  readonly stamp: string;
  /** The stamp as an svg path in 24 units, filled even-odd; empty for paper without a stamp. */
  readonly path: string;
}

/** Paper of somebody without a community, such as a facilitator. */
export const PLAIN_PAPER: Paper = { name: 'wit', fill: '#f4f1ea', mark: '#434854', stamp: '', path: '' };

/** The twelve papers in their fixed order: community number 1 has the first. */
export const PAPERS: readonly Paper[] = [
  {
    name: 'oker',
    fill: '#e9b95a',
    mark: '#583500',
    stamp: 'cirkel',
    path: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z',
  },
  {
    name: 'korenbloem',
    fill: '#8aa8ed',
    mark: '#233974',
    stamp: 'vierkant',
    path: 'M3 3h18v18H3z',
  },
  {
    name: 'mos',
    fill: '#a5c898',
    mark: '#264717',
    stamp: 'driehoek',
    path: 'M12 2L23 21.5H1z',
  },
  {
    name: 'koraal',
    fill: '#e98f6d',
    mark: '#682405',
    stamp: 'ruit',
    path: 'M12 .8L23.2 12L12 23.2L.8 12z',
  },
  {
    name: 'ijs',
    fill: '#bff0fa',
    mark: '#0c454e',
    stamp: 'ster',
    path: 'M12 1l3.2 7.2 7.8.8-5.9 5.2 1.8 7.8-6.9-4.1-6.9 4.1 1.8-7.8L1 9l7.8-.8z',
  },
  {
    name: 'lavendel',
    fill: '#aca4c3',
    mark: '#403854',
    stamp: 'kruis',
    path: 'M8.3 2h7.4v6.3H22v7.4h-6.3V22H8.3v-6.3H2V8.3h6.3z',
  },
  {
    name: 'citroen',
    fill: '#fce688',
    mark: '#4d3b00',
    stamp: 'heuvel',
    path: 'M1 19a11 11 0 0 1 22 0z',
  },
  {
    name: 'oudroze',
    fill: '#c39f9e',
    mark: '#533333',
    stamp: 'ring',
    path: 'M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21zM12 7.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z',
  },
  {
    name: 'lucht',
    fill: '#8cd1f9',
    mark: '#004368',
    stamp: 'zandloper',
    path: 'M2.5 2h19L15 12l6.5 10h-19L9 12z',
  },
  {
    name: 'linde',
    fill: '#e8e9c0',
    mark: '#403f17',
    stamp: 'boog',
    path: 'M2 22V12a10 10 0 0 1 20 0v10h-6.5V12a3.5 3.5 0 0 0-7 0v10z',
  },
  {
    name: 'heide',
    fill: '#cabdc6',
    mark: '#4c3446',
    stamp: 'blad',
    path: 'M2.5 21.5C2.5 10.5 10.5 2.5 21.5 2.5C21.5 13.5 13.5 21.5 2.5 21.5z',
  },
  {
    name: 'dauw',
    fill: '#dbe9e0',
    mark: '#284434',
    stamp: 'stippen',
    path: 'M6.5 2a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM17.5 2a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM6.5 13a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM17.5 13a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z',
  },
];

/** The paper of a style, 1 to 12; plain paper for 0 and anything unknown. */
export function paperOf(style: number): Paper {
  return PAPERS[style - 1] ?? PLAIN_PAPER;
}

/** The paper of a style in a palette: its own colours, or those of the system with its own stamp. */
export function paperIn(palette: Palette, style: number): Paper {
  const paper = paperOf(style);
  return palette.edge === undefined ? paper : { ...paper, fill: palette.ground, mark: palette.edge };
}

/** The colours of a tint, 1 to 9. Anything unknown gets the first. */
export function zoneColours(palette: Palette, tint: number): ZoneColours {
  return palette.zones[tint - 1] ?? palette.zones[0] ?? { tint: palette.ground, ink: palette.ink };
}
