/** Spaces while the meet-up runs: one that is missing, another name or colour, one that goes. The empty space is left alone. */
import { isAskedFor, zonesInUse } from '@ruimte/shared/facilitation/zones-in-use';
import { MAX_ZONES } from '@ruimte/shared/projection/free-cell';
import { LIMITS } from '@ruimte/shared/limits';
import type { Zone } from '@ruimte/shared/schema/zone';
import { cleanLine } from '@ruimte/shared/text';
import { type FormEvent, useState } from 'react';
import { leadingTexts } from '../i18n/leading.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useBoardPart } from '../meetup/use-board-part.ts';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/Field.tsx';
import { RadioCards } from '../ui/RadioCards.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useReadable } from '../use-model.ts';
import { InlineName } from './InlineName.tsx';
import { useLead } from './lead-context.tsx';

/** The fifth tint is the air of the empty space. */
const TINTS = [1, 2, 3, 4, 6, 7, 8, 9] as const;

/** Folded away until it is needed. */
export function SpaceList() {
  const text = useText(leadingTexts);
  const { status } = useReadable(useMeetup().stage);
  const zones = useBoardPart('zones');
  if (status === 'closed') return null;
  return (
    <details className="lead-section">
      <summary>
        <h3>{text.spaces.title}</h3>
      </summary>
      <ul className="lead-people">
        {zones
          .filter(({ kind }) => kind !== 'empty')
          .map((zone) => (
            <Space key={zone.id} zone={zone} />
          ))}
      </ul>
      {zones.length < MAX_ZONES ? <AddSpace zones={zones} /> : <p>{text.spaces.full}</p>}
      {status === 'trying' && <p className="muted">{text.spaces.trial}</p>}
    </details>
  );
}

function Space({ zone }: { readonly zone: Zone }) {
  const text = useText(leadingTexts);
  const say = useLocalized();
  const { send } = useLead();
  const [open, setOpen] = useState(false);
  return (
    <li className="lead-person">
      <button type="button" className="lead-person-row" aria-expanded={open} onClick={() => setOpen(!open)}>
        <i className="lead-swatch" data-zone={zone.tint} />
        <span className="lead-person-name" dir="auto">
          {say(zone.title)}
        </span>
      </button>
      {open && (
        <div className="lead-person-more">
          <InlineName
            label={text.spaces.name}
            act={text.spaces.keep}
            name={say(zone.title)}
            onKeep={(title) => send({ type: 'changeZone', zone: zone.id, title })}
          />
          <TintChoice
            tint={zone.tint}
            onChange={(tint) => void send({ type: 'changeZone', zone: zone.id, tint })}
          />
          <TakeAway zone={zone} />
        </div>
      )}
    </li>
  );
}

/** Only a space in which nothing lies; for one that is in use it says what to do first. */
function TakeAway({ zone }: { readonly zone: Zone }) {
  const model = useMeetup();
  const text = useText(leadingTexts);
  const say = useLocalized();
  const toast = useToast();
  const { send, busy } = useLead();
  const isUsed = zonesInUse(useReadable(model.board)).has(zone.id);
  const isHidden = useReadable(model.written).has(zone.id);
  if (isAskedFor(zone, model.session.meetup.rounds)) return <p className="muted">{text.spaces.asked}</p>;
  if (isUsed) return <p className="muted">{text.spaces.used}</p>;
  if (isHidden) return <p className="muted">{text.spaces.onDesks}</p>;
  async function takeAway(): Promise<void> {
    if (!(await send({ type: 'removeZone', zone: zone.id }))) return;
    toast({
      message: text.spaces.gone(say(zone.title)),
      undo: () => void send({ type: 'restoreZone', zone: zone.id }),
    });
  }
  return (
    <Button size="small" busy={busy} onClick={() => void takeAway()}>
      {text.spaces.takeAway}
    </Button>
  );
}

function TintChoice({
  tint,
  onChange,
}: {
  readonly tint: number;
  readonly onChange: (tint: number) => void;
}) {
  const text = useText(leadingTexts);
  return (
    <RadioCards
      look="chip"
      legend={text.spaces.colour}
      choices={TINTS.map((each) => ({
        value: String(each),
        content: (
          <>
            <i className="lead-swatch" data-zone={each} />
            {text.spaces.tints[each]}
          </>
        ),
      }))}
      value={String(tint)}
      onChange={(value) => onChange(Number(value))}
    />
  );
}

/** The colour that is used least, of equally used ones the first: it lies furthest from the place of a new space. */
function rarestTint(zones: readonly Zone[]): number {
  const uses = (tint: number): number => zones.filter((zone) => zone.tint === tint).length;
  return TINTS.reduce((rarest: number, tint) => (uses(tint) < uses(rarest) ? tint : rarest), TINTS[0]);
}

function AddSpace({ zones }: { readonly zones: readonly Zone[] }) {
  const text = useText(leadingTexts);
  const toast = useToast();
  const { send, busy } = useLead();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const tint = chosen ?? rarestTint(zones);
  const title = cleanLine(name);
  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (title === '' || !(await send({ type: 'addZone', title, tint }))) return;
    setName('');
    setChosen(undefined);
    toast({ message: text.spaces.added(title) });
  }
  return (
    <form className="lead-form" onSubmit={(event) => void add(event)}>
      <div className="lead-inline">
        <TextInput
          label={text.spaces.missing}
          dir="auto"
          value={name}
          maxLength={LIMITS.nameGraphemes}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="small" type="submit" busy={busy}>
          {text.spaces.add}
        </Button>
      </div>
      {title !== '' && <TintChoice tint={tint} onChange={setChosen} />}
    </form>
  );
}
