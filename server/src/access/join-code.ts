/** Short codes for joining: a Dutch four-letter word and four digits, easy to read from a wall and to say aloud. */

/**
 * The words: common, friendly, without accents. Read with I, L and 1 alike, and O and 0 alike, they still differ,
 * so that a mistaken letter never leads to another word. Words may be added; removing one ends no code.
 */
export const CODE_WORDS: readonly string[] = `
  adem aula auto baai baan band bank bark beek been beer beet berg berk beuk bies biet blad blik blok
  boeg boei boek boer boog boom boon boot bord bouw brie bril bron brug buik buis buur cent chef club
  daad dans dauw deeg deel deun deur dier dijk ding doek doel doos dorp draf drop drum duet duif duim
  duin duit echo eend egel eind emoe epos erts erwt eten etui euro fase feit film fles fort foto fret
  fuif fuik gaas galm gang gans gast geit geul geur gids gips gist glas golf goot goud gram gras grot
  haak haan haas halm hals hand hark harp hart hemd hert hiel hint hobo hoed hoef hoek hoes hond hooi
  hoop hout huis hulp idee iglo inkt iris jaar juli juni jurk kaap kaas kade kalf kalk kano kans kant
  kast keel kerk kern kers kiem kier kilo kind kist klas klei klok klos knop koek kooi koor korf krab
  krat kruk krul kuif kuil kuip kust laag laan lade lama lamp land lava leem leer lens leus lied lier
  lift lijm lijn lint loep loof loot lork luik luit lynx maan maat mand mars mast meel meer mees melk
  mens menu merk mier mijl mist mode moed moes mond muis munt muts muur naad naam neef nerf nest neus
  noot norm nota oase ober oker olie oost opus orde orka oven paal paar palm pand park pauw peen peer
  peil peul pier pijl pink pion plak plan plek pluk plus poef poel polo pols pomp pont post pret prop
  puma punt raad raaf raam rand rank rasp rede reep reis reuk reus riem riet rijm ring rits roem roep
  roer roos roti rots ruil ruit rust saga sari saus sein sier slab slak slee slof slot smid snor soep
  sofa soja solo span spar spel spin stad staf stal stam stap stek stel stem step ster stip stof stok
  stro stuk stuw taak taal tand tang taxi team teen teil tent terp test thee tijd tijm tipi toer toga
  tolk tong toon touw tram trap trek trio trom tros trui tuba tube tuin tulp turf unie vaan vaas valk
  veen veer veld verf vest vilt vink vlag vlak vlam vlas vlek vlok vlot voet vonk vork vorm vouw vuur
  wand wang want week weer welp wens werf werk wesp west wieg wiek wiel wier wijk wilg wind wolf wolk
  worm worp woud yoga zaag zaak zaal zand zang zeef zeep zeil ziel zode zone zool zoom zoon zorg zout
  zuid zuil zwam
`
  .trim()
  .toUpperCase()
  .split(/\s+/);

const DIGIT_CODES = 10_000;
/** How many different codes there are: the space somebody who guesses has to search. */
export const CODE_COUNT = CODE_WORDS.length * DIGIT_CODES;

const WORD_BY_SHAPE: ReadonlyMap<string, string> = new Map(CODE_WORDS.map((word) => [toShape(word), word]));

/** A word with the characters that look alike made equal. */
function toShape(word: string): string {
  return word.replace(/[IL]/g, '1').replace(/O/g, '0');
}

/**
 * A code that is not taken, "KLEI4827".
 * @param random - a whole number from 0 up to but not including `below`; `crypto.randomInt`, or seeded in tests.
 * @throws RangeError when every code is taken.
 */
export function createCode(random: (below: number) => number, taken: ReadonlySet<string>): string {
  const first = random(CODE_COUNT);
  for (let step = 0; step < CODE_COUNT; step += 1) {
    const number = (first + step) % CODE_COUNT;
    const word = CODE_WORDS[Math.floor(number / DIGIT_CODES)] ?? '';
    const code = word + String(number % DIGIT_CODES).padStart(4, '0');
    if (!taken.has(code)) return code;
  }
  throw new RangeError('every code is taken');
}

/**
 * The code somebody meant: case, spaces and dashes do not count, O and 0, and I, L and 1, stand for each other.
 * A word that is not in the list is taken as it is written.
 * @returns "KLEI4827", or undefined when it is not four letters and four digits.
 */
export function parseCode(typed: string): string | undefined {
  if (typed.length > 64) return undefined;
  const [, word, digits] =
    /^([A-Z01|]{4})([0-9OIL|]{4})$/.exec(typed.toUpperCase().replace(/[^A-Z0-9|]/g, '')) ?? [];
  if (word === undefined || digits === undefined) return undefined;
  const letters = word.replace(/[1|]/g, 'I').replace(/0/g, 'O');
  return (WORD_BY_SHAPE.get(toShape(letters)) ?? letters) + digits.replace(/O/g, '0').replace(/[IL|]/g, '1');
}

/** The code as people read it: "KLEI 4827". */
export function showCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
