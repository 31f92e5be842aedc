/** All keys of the board page, and the switch for those of one letter. */
import { keysTexts } from '../i18n/keys.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useReadable } from '../use-model.ts';
import { setSingleKeys, singleKeys } from './single-keys.ts';

type KeyName = keyof (typeof keysTexts)['nl']['list'];

const KEYS: readonly (readonly [KeyName, readonly string[]])[] = [
  ['list', ['L']],
  ['panel', ['P']],
  ['pause', ['Space']],
  ['next', ['Ctrl', 'Enter']],
  ['add', ['N']],
  ['undo', ['Ctrl', 'Z', 'Y']],
  ['arrows', ['↑', '↓']],
  ['space', ['1', '9']],
  ['move', ['M']],
  ['remove', ['Delete']],
  ['zoom', ['+', '-', '0']],
];
/** Keys that a participant does not have. */
const LEADING: readonly KeyName[] = ['panel', 'pause', 'next'];

/** A list to look at, closed like every dialog. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText(keysTexts);
  const on = useReadable(singleKeys);
  const leads = useMeetup().session.role === 'facilitator';
  return (
    <Dialog open={open} onClose={onClose} title={text.title} actions={null}>
      <dl className="key-list">
        {KEYS.filter(([name]) => leads || !LEADING.includes(name)).map(([name, keys]) => (
          <div key={name}>
            <dt>{text.list[name]}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Switch label={text.single} checked={on} onChange={setSingleKeys} />
    </Dialog>
  );
}
