/** All keys of the board page, the switch for those of one letter, and what is read aloud. */
import { commonTexts } from '../i18n/common.ts';
import { keysTexts } from '../i18n/keys.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useReadable } from '../use-model.ts';
import { AnnounceChoice } from './AnnounceChoice.tsx';
import { setSingleKeys, singleKeys } from './single-keys.ts';

type KeyName = keyof (typeof keysTexts)['nl']['list'];

const KEYS: readonly (readonly [KeyName, readonly string[]])[] = [
  ['arrows', ['←', '↑', '↓', '→']],
  ['zones', ['Alt', '←', '→']],
  ['space', ['1', '9']],
  ['add', ['N']],
  ['edit', ['Enter']],
  ['nudge', ['Shift', '←', '→']],
  ['move', ['M']],
  ['link', ['K']],
  ['group', ['G']],
  ['copy', ['C']],
  ['dot', ['S']],
  ['takeDot', ['Shift', 'S']],
  ['remove', ['Delete']],
  ['menu', ['Shift', 'F10']],
  ['undo', ['Ctrl', 'Z']],
  ['redo', ['Ctrl', 'Shift', 'Z']],
  ['search', ['/']],
  ['list', ['L']],
  ['tools', ['V', 'H']],
  ['zoom', ['+', '-', '0']],
  ['keys', ['?']],
  ['panel', ['P']],
  ['pause', ['Space']],
  ['next', ['Ctrl', 'Enter']],
  ['fullScreen', ['F']],
];
/** Keys that a participant does not have. */
const LEADING: readonly KeyName[] = ['panel', 'pause', 'next', 'fullScreen'];

/** A list to look at, closed like every dialog. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText(keysTexts);
  const common = useText(commonTexts);
  const on = useReadable(singleKeys);
  const leads = useMeetup().session.role === 'facilitator';
  return (
    <Dialog open={open} onClose={onClose} title={text.title} actions={null} closeWord={common.close}>
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
      <AnnounceChoice />
    </Dialog>
  );
}
