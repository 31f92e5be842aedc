/** The links page: three links, the code, the QR. */
import { dictionary } from './dictionary.ts';

const nl = {
  tab: 'Links',
  status: {
    prepared: 'klaargezet',
    trying: 'proef',
    open: 'nu open',
    closed: 'afgesloten',
  },
  change: 'Pas aan',
  open: 'Open de bijeenkomst',
  openHint: 'Vanaf nu doet iedereen mee. Wat er bij het proberen lag, gaat weg.',
  try: 'Probeer uit',
  goOnTrying: 'Ga verder met de proef',
  tryHint: 'Alles werkt, en bij het openen begint het bord leeg.',
  begin: 'Begin',
  seeArchive: 'Bekijk in het archief',
  forParticipants: 'Voor deelnemers',
  scanOrType: 'Scan de QR, of ga naar het adres en typ de code.',
  address: 'Adres',
  chooseAddress: 'Adres waar telefoons deze server vinden',
  addressHint: 'Werkt het ene adres niet op een telefoon, kies dan een ander.',
  localOnly:
    'Dit adres werkt alleen op deze computer. Verbind hem met het netwerk van de zaal en laad de pagina opnieuw.',
  code: 'Code',
  codeLater: 'De code werkt zodra je de bijeenkomst uitprobeert of opent.',
  codeOver: 'De code werkt niet meer: de bijeenkomst is afgesloten.',
  qr: 'QR-code met de link voor deelnemers',
  link: {
    participant: 'Link voor deelnemers',
    facilitator: 'Link voor begeleiders',
    wall: 'Link voor het scherm',
  },
  purpose: {
    participant: 'Zet hem in de chat of in een mail. Wie hem opent, doet mee en schrijft kaartjes.',
    facilitator: 'Alleen voor wie de bijeenkomst leidt. Wie hem heeft, mag alles in deze bijeenkomst.',
    wall: 'Open hem op de computer bij de beamer. Dit scherm kijkt alleen.',
  },
  copy: 'Kopieer',
  copied: {
    participant: 'De link voor deelnemers is gekopieerd.',
    facilitator: 'De link voor begeleiders is gekopieerd.',
    wall: 'De link voor het scherm is gekopieerd.',
  },
  copyByHand: 'De link is geselecteerd. Kopieer hem met Ctrl+C of lang indrukken.',
  print: 'Druk af',
  renew: 'Vernieuw',
  renewTitle: {
    participant: 'De link voor deelnemers vernieuwen?',
    facilitator: 'De link voor begeleiders vernieuwen?',
    wall: 'De link voor het scherm vernieuwen?',
  },
  renewWhat: {
    participant:
      'De oude link en QR werken dan niet meer. Wie al meedoet, moet opnieuw naar binnen met de nieuwe. De kaartjes blijven liggen.',
    facilitator:
      'De oude link werkt dan niet meer en andere begeleiders zijn meteen buiten. Geef hun de nieuwe link.',
    wall: 'De oude link werkt dan niet meer en het scherm in de zaal gaat uit, tot je daar de nieuwe opent.',
  },
  renewed: 'De nieuwe link is klaar. De oude werkt niet meer.',
};

const en: typeof nl = {
  tab: 'Links',
  status: {
    prepared: 'prepared',
    trying: 'being tried',
    open: 'open now',
    closed: 'closed',
  },
  change: 'Change',
  open: 'Open the meet-up',
  openHint: 'From now on everyone takes part. What was laid down while trying goes away.',
  try: 'Try it out',
  goOnTrying: 'Go on with the trial',
  tryHint: 'Everything works, and on opening the board starts empty.',
  begin: 'Begin',
  seeArchive: 'See it in the archive',
  forParticipants: 'For participants',
  scanOrType: 'Scan the QR, or go to the address and type the code.',
  address: 'Address',
  chooseAddress: 'Address where phones find this server',
  addressHint: 'If one address does not work on a phone, choose another.',
  localOnly:
    'This address works on this computer only. Connect it to the network of the hall and load the page again.',
  code: 'Code',
  codeLater: 'The code works as soon as you try out or open the meet-up.',
  codeOver: 'The code no longer works: the meet-up is closed.',
  qr: 'QR code with the link for participants',
  link: {
    participant: 'Link for participants',
    facilitator: 'Link for facilitators',
    wall: 'Link for the wall',
  },
  purpose: {
    participant: 'Put it in the chat or in a mail. Whoever opens it joins and writes notes.',
    facilitator: 'Only for who leads the meet-up. Whoever has it may do everything in this meet-up.',
    wall: 'Open it on the computer at the projector. This screen only looks.',
  },
  copy: 'Copy',
  copied: {
    participant: 'The link for participants was copied.',
    facilitator: 'The link for facilitators was copied.',
    wall: 'The link for the wall was copied.',
  },
  copyByHand: 'The link is selected. Copy it with Ctrl+C or a long press.',
  print: 'Print',
  renew: 'Renew',
  renewTitle: {
    participant: 'Renew the link for participants?',
    facilitator: 'Renew the link for facilitators?',
    wall: 'Renew the link for the wall?',
  },
  renewWhat: {
    participant:
      'The old link and QR will no longer work. Whoever has joined must come in again with the new one. The notes stay.',
    facilitator:
      'The old link will no longer work and other facilitators are out at once. Give them the new link.',
    wall: 'The old link will no longer work and the screen in the hall goes off, until you open the new one there.',
  },
  renewed: 'The new link is ready. The old one no longer works.',
};

/** The links page. */
export const linksTexts = dictionary(nl, en);
