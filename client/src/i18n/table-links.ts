/** The links of tables, on the links page. */
import { dictionary } from './dictionary.ts';

const nl = {
  name: (table: number) => `Tafel ${table}`,
  title: 'Een toestel per tafel',
  hint: 'Schrijven jullie samen? Geef elke tafel een eigen QR. De kaartjes krijgen de naam van de tafel, en bij het loten blijft het toestel aan zijn tafel.',
  number: 'Aantal tafels',
  qr: (table: number) => `QR-code voor tafel ${table}`,
  print: 'Druk deze bladen af',
};

const en: typeof nl = {
  name: (table) => `Table ${table}`,
  title: 'One device per table',
  hint: 'Do you write together? Give every table a QR of its own. The notes get the name of the table, and when seats are drawn the device stays at its table.',
  number: 'Number of tables',
  qr: (table) => `QR code for table ${table}`,
  print: 'Print these sheets',
};

/** The links of tables, on the links page. */
export const tableLinksTexts = dictionary(nl, en);
