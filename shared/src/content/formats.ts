/**
 * All formats that come with the product, in the order in which they are offered. Only the server reads this file:
 * no page loads the texts of forms that are not led there.
 */
import vrijAssocieren from './formats/vrij-associeren.json' with { type: 'json' };
import ruimtesVerkennen from './formats/ruimtes-verkennen.json' with { type: 'json' };
import orienteren from './formats/orienteren.json' with { type: 'json' };
import intentie from './formats/intentie.json' with { type: 'json' };
import focusgesprek from './formats/focusgesprek.json' with { type: 'json' };
import kindCentraal from './formats/kind-centraal.json' with { type: 'json' };
import gedeeldePraktijk from './formats/gedeelde-praktijk.json' with { type: 'json' };
import verdiepen from './formats/verdiepen.json' with { type: 'json' };
import lerenInDeLeergemeenschap from './formats/leren-in-de-leergemeenschap.json' with { type: 'json' };
import beginvragenVoorElkaar from './formats/beginvragen-voor-elkaar.json' with { type: 'json' };
import beginMetDeBedoeling from './formats/begin-met-de-bedoeling.json' with { type: 'json' };
import doelEnWaarde from './formats/doel-en-waarde.json' with { type: 'json' };
import grensgangers from './formats/grensgangers.json' with { type: 'json' };
import vormenVanLeren from './formats/vormen-van-leren.json' with { type: 'json' };
import lerenVanElkaar from './formats/leren-van-elkaar.json' with { type: 'json' };
import ambitiescenarios from './formats/ambitiescenarios.json' with { type: 'json' };
import reflectiekaartOpleidingsschool from './formats/reflectiekaart-opleidingsschool.json' with { type: 'json' };
import reflectiekaartVoorwaarden from './formats/reflectiekaart-voorwaarden.json' with { type: 'json' };
import evalueren from './formats/evalueren.json' with { type: 'json' };
import terugblikLeidraad from './formats/terugblik-leidraad.json' with { type: 'json' };
import type { FormatId } from '../ids.ts';
import { type Format, parseFormat } from './format.ts';

const FILES: readonly unknown[] = [
  vrijAssocieren,
  ruimtesVerkennen,
  orienteren,
  intentie,
  focusgesprek,
  kindCentraal,
  gedeeldePraktijk,
  verdiepen,
  lerenInDeLeergemeenschap,
  beginvragenVoorElkaar,
  beginMetDeBedoeling,
  doelEnWaarde,
  grensgangers,
  vormenVanLeren,
  lerenVanElkaar,
  ambitiescenarios,
  reflectiekaartOpleidingsschool,
  reflectiekaartVoorwaarden,
  evalueren,
  terugblikLeidraad,
];

function load(file: unknown): Format {
  const result = parseFormat(file);
  if (!result.ok) throw new Error(`a format file is wrong: ${result.reason}`);
  return result.value;
}

/** Every format by id, parsed. @throws Error at load when a file does not fit the schema. */
export const FORMATS: ReadonlyMap<FormatId, Format> = new Map(
  FILES.map((file) => {
    const format = load(file);
    return [format.id, format];
  }),
);
