/** The keys of the list beside it, where there is room: those that work, and no others. */
import { Fragment, memo } from 'react';
import { singleKeys } from '../board/single-keys.ts';
import { outlineTexts } from '../i18n/outline.ts';
import { useText } from '../i18n/use-text.ts';
import { useReadable } from '../use-model.ts';

type KeyName = Exclude<keyof (typeof outlineTexts)['nl']['keys'], 'title' | 'to' | 'off' | 'space'>;

/** The last column says whether the key is one of a single character. */
const KEYS: readonly (readonly [KeyName, readonly string[], boolean])[] = [
  ['walk', ['↑', '↓'], false],
  ['zone', ['Alt', '↑', '↓'], false],
  ['zoneNumber', ['1', '9'], true],
  ['ends', ['Home', 'End'], false],
  ['edit', ['Enter'], false],
  ['open', ['Space'], false],
  ['close', ['Esc'], false],
  ['add', ['N'], true],
  ['move', ['M'], true],
  ['group', ['G'], true],
  ['link', ['K'], true],
  ['copy', ['C'], true],
  ['remove', ['Delete'], false],
  ['search', ['/'], true],
  ['view', ['L'], true],
  ['all', ['?'], true],
];

/** As data, in the order in which they are needed. */
export const KeyList = memo(function KeyList() {
  const text = useText(outlineTexts).keys;
  const single = useReadable(singleKeys);
  return (
    <>
      <h2>{text.title}</h2>
      <dl>
        {KEYS.filter(([, , isSingle]) => single || !isSingle).map(([name, keys]) => (
          <div key={name}>
            <dt>{text[name]}</dt>
            <dd>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {name === 'zoneNumber' && index === 1 && text.to}
                  <kbd>{key === 'Space' ? text.space : key}</kbd>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {!single && <p className="muted">{text.off}</p>}
    </>
  );
});
